"""``python -m streams`` is ``rasad``."""

from streams.cli import main

if __name__ == "__main__":
    main()
