"""Storage: where state lies that memory need not hold."""
