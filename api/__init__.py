"""The only door: HTTP in front of the talk, the route, the catalogue and the widget's files."""
