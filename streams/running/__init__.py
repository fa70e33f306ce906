"""Running: the Faust app with its rooms, started, fed, mended and stopped."""
