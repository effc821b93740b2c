"""The route to take along: as a PDF, in a calendar, and to another device with a short code."""
