"""How fast the SQL catalogue answers, and how that grows with the number of measures."""
