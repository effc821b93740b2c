"""Whether the addresses that the catalogue gives people still work: asked kindly, kept, shown to editors."""
