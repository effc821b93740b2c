"""What holds for every request: limits, headers, the access log and the last resort."""
