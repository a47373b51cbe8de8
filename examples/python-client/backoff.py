"""How long a client waits before it connects again."""

import random

FIRST_SECONDS = 0.125
MAX_SECONDS = 7.5
MAX_DOUBLINGS = 16


def pause_seconds(attempts, retry_after_seconds=0, chance=random.random):
    """Anything up to a ceiling that doubles with each attempt in vain, so that clients which lost the same gateway do not come
    back together. What GOODBYE asks for is added, never cut short."""
    ceiling = min(FIRST_SECONDS * 2 ** min(attempts, MAX_DOUBLINGS), MAX_SECONDS)
    return retry_after_seconds + chance() * ceiling
