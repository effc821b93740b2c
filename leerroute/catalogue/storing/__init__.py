"""From the types of the core to rows and back. Writing and reading of one table stand in the same file."""
