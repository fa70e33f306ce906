"""Logs: reading a log without taking part in it, a file of the embedded one or Kafka."""
