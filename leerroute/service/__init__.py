"""The use cases that actions and api call; it brings core, catalogue and cases together."""
