"""Share cards: what a link to a page looks like where links are shown as pictures."""

from digest.cards.card import Card, address_of, cards
from digest.cards.shelf import Shelf

__all__ = ["Card", "Shelf", "address_of", "cards"]
