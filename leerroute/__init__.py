"""Leerroute: from what a person tells to a route of steps that hold today."""
