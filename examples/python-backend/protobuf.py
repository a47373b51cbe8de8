"""Protobuf, as much of it as Gatehouse uses: numbers, booleans, text, bytes, messages, and lists of them.

The messages are read from the .proto files themselves, so nothing of them is written down twice.
This file is the same in examples/python-client and examples/python-backend.
"""

import pathlib
import re

PROTO_FOLDER = pathlib.Path(__file__).resolve().parents[2] / "shared" / "proto"

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5  # wire types
NUMBERS = {"uint32", "uint64"}
DEFAULTS = {"uint32": 0, "uint64": 0, "bool": False, "string": "", "bytes": b""}

FIELD = re.compile(r"(repeated |optional )?(\w+) (\w+) = (\d+);")


class Field:
    def __init__(self, label, type_name, name, number):
        self.type, self.name, self.number = type_name, name, int(number)
        self.repeated, self.optional = label == "repeated ", label == "optional "

    def default(self):
        return [] if self.repeated else DEFAULTS.get(self.type)


class Fields(dict):
    """What a message says, by field name. Fields that are not on the wire read as their default value."""

    def __init__(self, schema, values=()):
        super().__init__(values)
        self._schema = schema

    def __missing__(self, name):
        return self._schema[name].default()


class Protobuf:
    def __init__(self, *files):
        self.messages, self.enums = {}, set()
        for file in files:
            text = re.sub(r"//[^\n]*", "", (PROTO_FOLDER / file).read_text(encoding="utf-8"))
            self.enums.update(re.findall(r"enum (\w+)", text))
            for name, body in re.findall(r"message (\w+) \{(.*?)\n?\}(?=\s*(?:message|enum|$))", text, re.S):
                fields = [Field(*found) for found in FIELD.findall(body)]
                self.messages[name] = {field.name: field for field in fields}

    def encode(self, message, values):
        """Fields in the order of their numbers; default values are left out."""
        schema = self.messages[message]
        for name in values:
            if name not in schema:
                raise KeyError(f"{message} has no field {name}")
        parts = []
        for field in sorted(schema.values(), key=lambda field: field.number):
            value = values.get(field.name)
            if value is None or (value == field.default() and not field.optional):
                continue
            for item in value if field.repeated else [value]:
                parts.append(self._encode_field(field, item))
        return b"".join(parts)

    def decode(self, message, data):
        schema = self.messages[message]
        by_number = {field.number: field for field in schema.values()}
        values, at = Fields(schema), 0
        while at < len(data):
            key, at = read_varint(data, at)
            raw, at = read_value(data, at, key & 7)
            field = by_number.get(key >> 3)
            if field is None:
                continue  # of a newer version
            value = self._decode_field(field, raw)
            if field.repeated:
                values.setdefault(field.name, []).append(value)
            else:
                values[field.name] = value
        return values

    def _encode_field(self, field, value):
        if field.type in NUMBERS or field.type == "bool" or field.type in self.enums:
            return varint(field.number << 3 | VARINT) + varint(int(value))
        if field.type == "string":
            value = value.encode("utf-8")
        elif field.type != "bytes":
            value = self.encode(field.type, value)
        return varint(field.number << 3 | BYTES) + varint(len(value)) + value

    def _decode_field(self, field, raw):
        if field.type == "bool":
            return bool(raw)
        if field.type in NUMBERS or field.type in self.enums:
            return raw
        if field.type == "string":
            return raw.decode("utf-8")
        return raw if field.type == "bytes" else self.decode(field.type, raw)


def varint(number):
    """Seven bits a byte, the lowest first; the highest bit says that more follow."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def read_varint(data, at):
    number, shift = 0, 0
    while True:
        byte = data[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return number, at


def read_value(data, at, wire_type):
    if wire_type == VARINT:
        return read_varint(data, at)
    if wire_type == BYTES:
        length, at = read_varint(data, at)
        if at + length > len(data):
            raise ValueError("a field ends past the message")
        return data[at : at + length], at + length
    length = {FIXED64: 8, FIXED32: 4}[wire_type]  # Gatehouse has none; skipped when a newer version does
    return data[at : at + length], at + length
