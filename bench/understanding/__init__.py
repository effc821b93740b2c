"""How well messages are understood, on messages that its makers never saw. Runs in Rasa's world: Python 3.10."""
