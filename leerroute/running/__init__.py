"""Getting the whole system ready and keeping its three processes together on one machine (`make up`)."""
