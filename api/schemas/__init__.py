"""What goes in and out, in camelCase."""
