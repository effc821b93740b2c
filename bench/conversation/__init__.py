"""Simulated people talk with the whole system, and the time of a turn early and late in a talk."""
