"""E-mail: the message, what is forwarded in it, and what programs put around it."""
