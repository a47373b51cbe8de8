"""Holds the pause before a client connects again against a table. Run it: python3 -m unittest -v"""

import unittest

from backoff import MAX_SECONDS, pause_seconds

CASES = [  # what, attempts since the last WELCOME, chance, what GOODBYE asks for, the pause
    ("a gateway has just died: at once", 0, 0.0, 0, 0),
    ("or a moment later", 0, 1.0, 0, 0.125),
    ("the ceiling doubles", 1, 1.0, 0, 0.25),
    ("and again", 5, 1.0, 0, 4),
    ("up to a bound", 6, 1.0, 0, MAX_SECONDS),
    ("and stays there", 5000, 1.0, 0, MAX_SECONDS),
    ("anything below the ceiling", 5, 0.5, 0, 2),
    ("what the gateway asks for is added", 5, 0.5, 3, 5),
    ("and holds at the least", 5000, 0.0, 20, 20),
]


class BackOff(unittest.TestCase):
    def test_table(self):
        for what, attempts, chance, retry_after_seconds, expected in CASES:
            with self.subTest(what):
                self.assertEqual(pause_seconds(attempts, retry_after_seconds, lambda: chance), expected)

    def test_two_clients_do_not_wait_alike(self):
        pauses = [pause_seconds(6) for _ in range(100)]
        self.assertGreater(len(set(pauses)), 1)
        self.assertTrue(all(0 <= pause < MAX_SECONDS for pause in pauses))


if __name__ == "__main__":
    unittest.main()
