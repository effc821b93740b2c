"""Learns from whole messages what they say: the half of understanding that no phrase was written for."""
