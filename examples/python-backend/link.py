"""The link of one gateway: the handshake, then channels of clients."""

import asyncio
import hashlib
import hmac
import os
import struct

from protobuf import Protobuf

HELLO, PROOF, OPEN, OPENED, CLOSE, DATA = 1, 2, 3, 4, 5, 7
REQUEST, REPLY, PING, PONG = 11, 12, 15, 16
MAX_FRAME_BYTES = 5 + 1024 * 1024
HANDSHAKE_BYTES, HANDSHAKE_SECONDS = 4096, 2
VERSION = 1

protobuf = Protobuf("client.proto", "link.proto")


class Refused(Exception):
    pass


def proof(role, secret, gateway, backend):
    """`gateway` and `backend` are their LinkHellos."""
    parts = [role.encode(), gateway["nonce"], backend["nonce"]]
    parts += [text.encode() for text in (gateway["id"], backend["id"], gateway["incarnation"], backend["incarnation"])]
    message = b"".join(struct.pack(">I", len(part)) + part for part in parts)
    return hmac.new(secret.encode(), message, hashlib.sha256).digest()


class Link:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.channels = {}  # number → seat that it belongs to

    async def shake_hands(self, secret, server_id, incarnation):
        """Without feature bits: no groups, no replay, and gateways write the records of our rooms."""
        op, _, body = await asyncio.wait_for(self.read(HANDSHAKE_BYTES), HANDSHAKE_SECONDS)
        gateway = protobuf.decode("LinkHello", body)
        if op != HELLO or gateway["role"] != "gateway" or len(gateway["nonce"]) != 16:
            raise Refused("no hello of a gateway")
        ours = {"version": VERSION, "role": "backend", "id": server_id, "incarnation": incarnation, "nonce": os.urandom(16)}
        if not 1 <= gateway["version"] <= VERSION + 1:
            self.send_message(HELLO, 0, "LinkHello", ours)  # without a proof: the gateway sees our version
            raise Refused(f"link version {gateway['version']}")
        self.send_message(HELLO, 0, "LinkHello", {**ours, "proof": proof("backend", secret, gateway, ours)})
        op, _, body = await asyncio.wait_for(self.read(HANDSHAKE_BYTES), HANDSHAKE_SECONDS)
        theirs = protobuf.decode("LinkProof", body)["proof"]
        if op != PROOF or not hmac.compare_digest(theirs, proof("gateway", secret, gateway, ours)):
            raise Refused(f"{gateway['id']} has another CLUSTER_SECRET")
        return gateway["id"]

    async def read(self, max_bytes=MAX_FRAME_BYTES):
        """(op, channel, body) of the next frame."""
        (length,) = struct.unpack(">I", await self.reader.readexactly(4))
        if not 5 <= length <= max_bytes:
            raise Refused(f"a frame of {length} bytes")
        frame = await self.reader.readexactly(length)
        op, channel = struct.unpack_from(">BI", frame)
        return op, channel, frame[5:]

    def send(self, op, channel, body=b""):
        self.writer.write(struct.pack(">IBI", 5 + len(body), op, channel) + body)

    def send_message(self, op, channel, message, fields):
        self.send(op, channel, protobuf.encode(message, fields))

    def close_channel(self, channel, code, message="", result=b""):
        self.channels.pop(channel, None)
        self.send_message(CLOSE, channel, "LinkClose", {"code": code, "message": message, "result": result})
