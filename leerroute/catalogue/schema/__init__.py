"""The shape of every content file, checked strictly: nothing missing, nothing extra, nothing of another type."""
