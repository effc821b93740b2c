"""Reads facts out of what people write; pure Python, knows nothing of Rasa."""
