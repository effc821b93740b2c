"""The pure core: it decides, without I/O; everything else translates."""
