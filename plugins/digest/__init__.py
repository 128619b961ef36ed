"""The Pelican plugin: `seeds/` and `content/` become a digest that can be checked word for word."""

__version__ = "0.1.0"


def register() -> None:
    """Called by Pelican once: connect everything."""
    from digest import wiring

    wiring.connect()
