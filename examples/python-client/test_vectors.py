"""Holds protobuf.py and the frames of this example against shared/vectors. Run it: python3 -m unittest -v"""

import json
import pathlib
import struct
import unittest

from protobuf import Protobuf

VECTORS = pathlib.Path(__file__).resolve().parents[2] / "shared" / "vectors"
protobuf = Protobuf("client.proto", "link.proto")


def from_json(value):
    """Bytes are written {"hex": "…"}."""
    if isinstance(value, list):
        return [from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"hex"}:
        return bytes.fromhex(value["hex"])
    return {name: from_json(item) for name, item in value.items()}


def body_of(vector):
    if "message" in vector:
        return protobuf.encode(vector["message"], from_json(vector["fields"]))
    return bytes.fromhex(vector.get("payload", vector.get("body", "")))


class Vectors(unittest.TestCase):
    def each(self, file, header):
        for vector in json.loads((VECTORS / file).read_text(encoding="utf-8"))["frames"]:
            with self.subTest(vector["about"]):
                start, body = header(vector, body_of(vector)), body_of(vector)
                self.assertEqual((start + body).hex(), vector["hex"])
                if "message" in vector:
                    self.assertEqual(protobuf.decode(vector["message"], body), from_json(vector["fields"]))

    def test_client_frames(self):
        self.each("client-frames.json", lambda vector, _: struct.pack(">HI", int(vector["number"], 16), vector["seq"]))

    def test_link(self):
        self.each("link.json", lambda vector, body: struct.pack(">IBI", 5 + len(body), vector["number"], vector["channel"]))


if __name__ == "__main__":
    unittest.main()
