"""Course supply from the formats in which Dutch schools publish it: OOAPI 5 and 6, EDU-DEX, DUO."""
