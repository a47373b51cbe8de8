/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const gatehouse = $root.gatehouse = (() => {

    /**
     * Namespace gatehouse.
     * @exports gatehouse
     * @namespace
     */
    const gatehouse = {};

    /**
     * StreamKind enum.
     * @name gatehouse.StreamKind
     * @enum {number}
     * @property {number} STREAM_UNSPECIFIED=0 STREAM_UNSPECIFIED value
     * @property {number} STREAM_LOBBY=1 STREAM_LOBBY value
     * @property {number} STREAM_ROOM=2 STREAM_ROOM value
     */
    gatehouse.StreamKind = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "STREAM_UNSPECIFIED"] = 0;
        values[valuesById[1] = "STREAM_LOBBY"] = 1;
        values[valuesById[2] = "STREAM_ROOM"] = 2;
        return values;
    })();

    gatehouse.Mark = (function() {

        /**
         * Properties of a Mark.
         * @typedef {Object} gatehouse.Mark.$Properties
         * @property {number|null} [epoch] Mark epoch
         * @property {number|null} [number] Mark number
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Mark.
         * @memberof gatehouse
         * @interface IMark
         * @augments gatehouse.Mark.$Properties
         * @deprecated Use gatehouse.Mark.$Properties instead.
         */

        /**
         * Shape of a Mark.
         * @typedef {gatehouse.Mark.$Properties} gatehouse.Mark.$Shape
         */

        /**
         * Constructs a new Mark.
         * @memberof gatehouse
         * @classdesc Represents a Mark.
         * @constructor
         * @param {gatehouse.Mark.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Mark = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Mark epoch.
         * @member {number} epoch
         * @memberof gatehouse.Mark
         * @instance
         */
        Mark.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Mark number.
         * @member {number} number
         * @memberof gatehouse.Mark
         * @instance
         */
        Mark.prototype.number = 0;

        /**
         * Creates a new Mark instance using the specified properties.
         * @function create
         * @memberof gatehouse.Mark
         * @static
         * @param {gatehouse.Mark.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Mark} Mark instance
         * @type {{
         *   (properties: gatehouse.Mark.$Shape): gatehouse.Mark & gatehouse.Mark.$Shape;
         *   (properties?: gatehouse.Mark.$Properties): gatehouse.Mark;
         * }}
         */
        Mark.create = function(properties) {
            return new Mark(properties);
        };

        /**
         * Encodes the specified Mark message. Does not implicitly {@link gatehouse.Mark.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Mark
         * @static
         * @param {gatehouse.Mark.$Properties} message Mark message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Mark.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.number != null && $Object.hasOwnProperty.call(message, "number") && message.number !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.number);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Mark message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Mark
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Mark & gatehouse.Mark.$Shape} Mark
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Mark.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Mark();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.number = value;
                        else
                            delete message.number;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Mark;
    })();

    gatehouse.Hello = (function() {

        /**
         * Properties of a Hello.
         * @typedef {Object} gatehouse.Hello.$Properties
         * @property {number|null} [protocolVersion] Hello protocolVersion
         * @property {string|null} [token] Hello token
         * @property {string|null} [guestName] Hello guestName
         * @property {string|null} [resumeToken] Hello resumeToken
         * @property {Array.<gatehouse.Attach.$Properties>|null} [attach] Hello attach
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Hello.
         * @memberof gatehouse
         * @interface IHello
         * @augments gatehouse.Hello.$Properties
         * @deprecated Use gatehouse.Hello.$Properties instead.
         */

        /**
         * Shape of a Hello.
         * @typedef {gatehouse.Hello.$Properties} gatehouse.Hello.$Shape
         */

        /**
         * Constructs a new Hello.
         * @memberof gatehouse
         * @classdesc Represents a Hello.
         * @constructor
         * @param {gatehouse.Hello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Hello = function (properties) {
            this.attach = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Hello protocolVersion.
         * @member {number} protocolVersion
         * @memberof gatehouse.Hello
         * @instance
         */
        Hello.prototype.protocolVersion = 0;

        /**
         * Hello token.
         * @member {string} token
         * @memberof gatehouse.Hello
         * @instance
         */
        Hello.prototype.token = "";

        /**
         * Hello guestName.
         * @member {string} guestName
         * @memberof gatehouse.Hello
         * @instance
         */
        Hello.prototype.guestName = "";

        /**
         * Hello resumeToken.
         * @member {string} resumeToken
         * @memberof gatehouse.Hello
         * @instance
         */
        Hello.prototype.resumeToken = "";

        /**
         * Hello attach.
         * @member {Array.<gatehouse.Attach.$Properties>} attach
         * @memberof gatehouse.Hello
         * @instance
         */
        Hello.prototype.attach = $util.emptyArray;

        /**
         * Creates a new Hello instance using the specified properties.
         * @function create
         * @memberof gatehouse.Hello
         * @static
         * @param {gatehouse.Hello.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Hello} Hello instance
         * @type {{
         *   (properties: gatehouse.Hello.$Shape): gatehouse.Hello & gatehouse.Hello.$Shape;
         *   (properties?: gatehouse.Hello.$Properties): gatehouse.Hello;
         * }}
         */
        Hello.create = function(properties) {
            return new Hello(properties);
        };

        /**
         * Encodes the specified Hello message. Does not implicitly {@link gatehouse.Hello.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Hello
         * @static
         * @param {gatehouse.Hello.$Properties} message Hello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Hello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolVersion);
            if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.token);
            if (message.guestName != null && $Object.hasOwnProperty.call(message, "guestName") && message.guestName !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.guestName);
            if (message.resumeToken != null && $Object.hasOwnProperty.call(message, "resumeToken") && message.resumeToken !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.resumeToken);
            if (message.attach != null && message.attach.length)
                for (let i = 0; i < message.attach.length; ++i)
                    $root.gatehouse.Attach.encode(message.attach[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Hello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Hello & gatehouse.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Hello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Hello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocolVersion = value;
                        else
                            delete message.protocolVersion;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.token = value;
                        else
                            delete message.token;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.guestName = value;
                        else
                            delete message.guestName;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.resumeToken = value;
                        else
                            delete message.resumeToken;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.attach && message.attach.length))
                            message.attach = [];
                        message.attach.push($root.gatehouse.Attach.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Hello;
    })();

    gatehouse.Welcome = (function() {

        /**
         * Properties of a Welcome.
         * @typedef {Object} gatehouse.Welcome.$Properties
         * @property {string|null} [userId] Welcome userId
         * @property {string|null} [sessionId] Welcome sessionId
         * @property {string|null} [resumeToken] Welcome resumeToken
         * @property {number|null} [heartbeatMs] Welcome heartbeatMs
         * @property {gatehouse.Limits.$Properties|null} [limits] Welcome limits
         * @property {gatehouse.Location.$Properties|null} [location] Welcome location
         * @property {string|null} [name] Welcome name
         * @property {boolean|null} [resumed] Welcome resumed
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Welcome.
         * @memberof gatehouse
         * @interface IWelcome
         * @augments gatehouse.Welcome.$Properties
         * @deprecated Use gatehouse.Welcome.$Properties instead.
         */

        /**
         * Shape of a Welcome.
         * @typedef {gatehouse.Welcome.$Properties} gatehouse.Welcome.$Shape
         */

        /**
         * Constructs a new Welcome.
         * @memberof gatehouse
         * @classdesc Represents a Welcome.
         * @constructor
         * @param {gatehouse.Welcome.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Welcome = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Welcome userId.
         * @member {string} userId
         * @memberof gatehouse.Welcome
         * @instance
         */
        Welcome.prototype.userId = "";

        /**
         * Welcome sessionId.
         * @member {string} sessionId
         * @memberof gatehouse.Welcome
         * @instance
         */
        Welcome.prototype.sessionId = "";

        /**
         * Welcome resumeToken.
         * @member {string} resumeToken
         * @memberof gatehouse.Welcome
         * @instance
         */
        Welcome.prototype.resumeToken = "";

        /**
         * Welcome heartbeatMs.
         * @member {number} heartbeatMs
         * @memberof gatehouse.Welcome
         * @instance
         */
        Welcome.prototype.heartbeatMs = 0;

        /**
         * Welcome limits.
         * @member {gatehouse.Limits.$Properties|null|undefined} limits
         * @memberof gatehouse.Welcome
         * @instance
         */
        Welcome.prototype.limits = null;

        /**
         * Welcome location.
         * @member {gatehouse.Location.$Properties|null|undefined} location
         * @memberof gatehouse.Welcome
         * @instance
         */
        Welcome.prototype.location = null;

        /**
         * Welcome name.
         * @member {string} name
         * @memberof gatehouse.Welcome
         * @instance
         */
        Welcome.prototype.name = "";

        /**
         * Welcome resumed.
         * @member {boolean} resumed
         * @memberof gatehouse.Welcome
         * @instance
         */
        Welcome.prototype.resumed = false;

        /**
         * Creates a new Welcome instance using the specified properties.
         * @function create
         * @memberof gatehouse.Welcome
         * @static
         * @param {gatehouse.Welcome.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Welcome} Welcome instance
         * @type {{
         *   (properties: gatehouse.Welcome.$Shape): gatehouse.Welcome & gatehouse.Welcome.$Shape;
         *   (properties?: gatehouse.Welcome.$Properties): gatehouse.Welcome;
         * }}
         */
        Welcome.create = function(properties) {
            return new Welcome(properties);
        };

        /**
         * Encodes the specified Welcome message. Does not implicitly {@link gatehouse.Welcome.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Welcome
         * @static
         * @param {gatehouse.Welcome.$Properties} message Welcome message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Welcome.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.sessionId);
            if (message.resumeToken != null && $Object.hasOwnProperty.call(message, "resumeToken") && message.resumeToken !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.resumeToken);
            if (message.heartbeatMs != null && $Object.hasOwnProperty.call(message, "heartbeatMs") && message.heartbeatMs !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.heartbeatMs);
            if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                $root.gatehouse.Limits.encode(message.limits, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.location != null && $Object.hasOwnProperty.call(message, "location"))
                $root.gatehouse.Location.encode(message.location, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.name);
            if (message.resumed != null && $Object.hasOwnProperty.call(message, "resumed") && message.resumed !== false)
                writer.uint32(/* id 8, wireType 0 =*/64).bool(message.resumed);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Welcome message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Welcome
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Welcome & gatehouse.Welcome.$Shape} Welcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Welcome.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Welcome();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.sessionId = value;
                        else
                            delete message.sessionId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.resumeToken = value;
                        else
                            delete message.resumeToken;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.heartbeatMs = value;
                        else
                            delete message.heartbeatMs;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.limits = $root.gatehouse.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.location = $root.gatehouse.Location.decode(reader, reader.size(), $undefined, _depth + 1, message.location);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.resumed = value;
                        else
                            delete message.resumed;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Welcome;
    })();

    gatehouse.Limits = (function() {

        /**
         * Properties of a Limits.
         * @typedef {Object} gatehouse.Limits.$Properties
         * @property {number|null} [maxFrameBytes] Limits maxFrameBytes
         * @property {number|null} [maxRetainedBytes] Limits maxRetainedBytes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Limits.
         * @memberof gatehouse
         * @interface ILimits
         * @augments gatehouse.Limits.$Properties
         * @deprecated Use gatehouse.Limits.$Properties instead.
         */

        /**
         * Shape of a Limits.
         * @typedef {gatehouse.Limits.$Properties} gatehouse.Limits.$Shape
         */

        /**
         * Constructs a new Limits.
         * @memberof gatehouse
         * @classdesc Represents a Limits.
         * @constructor
         * @param {gatehouse.Limits.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Limits = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Limits maxFrameBytes.
         * @member {number} maxFrameBytes
         * @memberof gatehouse.Limits
         * @instance
         */
        Limits.prototype.maxFrameBytes = 0;

        /**
         * Limits maxRetainedBytes.
         * @member {number} maxRetainedBytes
         * @memberof gatehouse.Limits
         * @instance
         */
        Limits.prototype.maxRetainedBytes = 0;

        /**
         * Creates a new Limits instance using the specified properties.
         * @function create
         * @memberof gatehouse.Limits
         * @static
         * @param {gatehouse.Limits.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Limits} Limits instance
         * @type {{
         *   (properties: gatehouse.Limits.$Shape): gatehouse.Limits & gatehouse.Limits.$Shape;
         *   (properties?: gatehouse.Limits.$Properties): gatehouse.Limits;
         * }}
         */
        Limits.create = function(properties) {
            return new Limits(properties);
        };

        /**
         * Encodes the specified Limits message. Does not implicitly {@link gatehouse.Limits.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Limits
         * @static
         * @param {gatehouse.Limits.$Properties} message Limits message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Limits.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.maxFrameBytes != null && $Object.hasOwnProperty.call(message, "maxFrameBytes") && message.maxFrameBytes !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.maxFrameBytes);
            if (message.maxRetainedBytes != null && $Object.hasOwnProperty.call(message, "maxRetainedBytes") && message.maxRetainedBytes !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.maxRetainedBytes);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Limits message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Limits
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Limits & gatehouse.Limits.$Shape} Limits
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Limits.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Limits();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxFrameBytes = value;
                        else
                            delete message.maxFrameBytes;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxRetainedBytes = value;
                        else
                            delete message.maxRetainedBytes;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Limits;
    })();

    gatehouse.Location = (function() {

        /**
         * Properties of a Location.
         * @typedef {Object} gatehouse.Location.$Properties
         * @property {string|null} [lobbyRoomId] Location lobbyRoomId
         * @property {string|null} [roomId] Location roomId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Location.
         * @memberof gatehouse
         * @interface ILocation
         * @augments gatehouse.Location.$Properties
         * @deprecated Use gatehouse.Location.$Properties instead.
         */

        /**
         * Shape of a Location.
         * @typedef {gatehouse.Location.$Properties} gatehouse.Location.$Shape
         */

        /**
         * Constructs a new Location.
         * @memberof gatehouse
         * @classdesc Represents a Location.
         * @constructor
         * @param {gatehouse.Location.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Location = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Location lobbyRoomId.
         * @member {string} lobbyRoomId
         * @memberof gatehouse.Location
         * @instance
         */
        Location.prototype.lobbyRoomId = "";

        /**
         * Location roomId.
         * @member {string} roomId
         * @memberof gatehouse.Location
         * @instance
         */
        Location.prototype.roomId = "";

        /**
         * Creates a new Location instance using the specified properties.
         * @function create
         * @memberof gatehouse.Location
         * @static
         * @param {gatehouse.Location.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Location} Location instance
         * @type {{
         *   (properties: gatehouse.Location.$Shape): gatehouse.Location & gatehouse.Location.$Shape;
         *   (properties?: gatehouse.Location.$Properties): gatehouse.Location;
         * }}
         */
        Location.create = function(properties) {
            return new Location(properties);
        };

        /**
         * Encodes the specified Location message. Does not implicitly {@link gatehouse.Location.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Location
         * @static
         * @param {gatehouse.Location.$Properties} message Location message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Location.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.lobbyRoomId != null && $Object.hasOwnProperty.call(message, "lobbyRoomId") && message.lobbyRoomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.lobbyRoomId);
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Location message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Location
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Location & gatehouse.Location.$Shape} Location
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Location.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Location();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.lobbyRoomId = value;
                        else
                            delete message.lobbyRoomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Location;
    })();

    gatehouse.Attach = (function() {

        /**
         * Properties of an Attach.
         * @typedef {Object} gatehouse.Attach.$Properties
         * @property {gatehouse.StreamKind|null} [stream] Attach stream
         * @property {string|null} [roomId] Attach roomId
         * @property {gatehouse.Mark.$Properties|null} [mark] Attach mark
         * @property {number|null} [first] Attach first
         * @property {number|null} [turn] Attach turn
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Attach.
         * @memberof gatehouse
         * @interface IAttach
         * @augments gatehouse.Attach.$Properties
         * @deprecated Use gatehouse.Attach.$Properties instead.
         */

        /**
         * Shape of an Attach.
         * @typedef {gatehouse.Attach.$Properties} gatehouse.Attach.$Shape
         */

        /**
         * Constructs a new Attach.
         * @memberof gatehouse
         * @classdesc Represents an Attach.
         * @constructor
         * @param {gatehouse.Attach.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Attach = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Attach stream.
         * @member {gatehouse.StreamKind} stream
         * @memberof gatehouse.Attach
         * @instance
         */
        Attach.prototype.stream = 0;

        /**
         * Attach roomId.
         * @member {string} roomId
         * @memberof gatehouse.Attach
         * @instance
         */
        Attach.prototype.roomId = "";

        /**
         * Attach mark.
         * @member {gatehouse.Mark.$Properties|null|undefined} mark
         * @memberof gatehouse.Attach
         * @instance
         */
        Attach.prototype.mark = null;

        /**
         * Attach first.
         * @member {number} first
         * @memberof gatehouse.Attach
         * @instance
         */
        Attach.prototype.first = 0;

        /**
         * Attach turn.
         * @member {number} turn
         * @memberof gatehouse.Attach
         * @instance
         */
        Attach.prototype.turn = 0;

        /**
         * Creates a new Attach instance using the specified properties.
         * @function create
         * @memberof gatehouse.Attach
         * @static
         * @param {gatehouse.Attach.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Attach} Attach instance
         * @type {{
         *   (properties: gatehouse.Attach.$Shape): gatehouse.Attach & gatehouse.Attach.$Shape;
         *   (properties?: gatehouse.Attach.$Properties): gatehouse.Attach;
         * }}
         */
        Attach.create = function(properties) {
            return new Attach(properties);
        };

        /**
         * Encodes the specified Attach message. Does not implicitly {@link gatehouse.Attach.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Attach
         * @static
         * @param {gatehouse.Attach.$Properties} message Attach message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Attach.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.stream);
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomId);
            if (message.mark != null && $Object.hasOwnProperty.call(message, "mark"))
                $root.gatehouse.Mark.encode(message.mark, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.first != null && $Object.hasOwnProperty.call(message, "first") && message.first !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.first);
            if (message.turn != null && $Object.hasOwnProperty.call(message, "turn") && message.turn !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.turn);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Attach message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Attach
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Attach & gatehouse.Attach.$Shape} Attach
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Attach.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Attach();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.stream = value;
                        else
                            delete message.stream;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.mark = $root.gatehouse.Mark.decode(reader, reader.size(), $undefined, _depth + 1, message.mark);
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.first = value;
                        else
                            delete message.first;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.turn = value;
                        else
                            delete message.turn;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Attach;
    })();

    gatehouse.Opened = (function() {

        /**
         * Properties of an Opened.
         * @typedef {Object} gatehouse.Opened.$Properties
         * @property {gatehouse.StreamKind|null} [stream] Opened stream
         * @property {string|null} [roomId] Opened roomId
         * @property {number|null} [epoch] Opened epoch
         * @property {number|null} [have] Opened have
         * @property {boolean|null} [fresh] Opened fresh
         * @property {string|null} [why] Opened why
         * @property {number|null} [through] Opened through
         * @property {number|null} [lost] Opened lost
         * @property {number|null} [turn] Opened turn
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Opened.
         * @memberof gatehouse
         * @interface IOpened
         * @augments gatehouse.Opened.$Properties
         * @deprecated Use gatehouse.Opened.$Properties instead.
         */

        /**
         * Shape of an Opened.
         * @typedef {gatehouse.Opened.$Properties} gatehouse.Opened.$Shape
         */

        /**
         * Constructs a new Opened.
         * @memberof gatehouse
         * @classdesc Represents an Opened.
         * @constructor
         * @param {gatehouse.Opened.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Opened = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Opened stream.
         * @member {gatehouse.StreamKind} stream
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.stream = 0;

        /**
         * Opened roomId.
         * @member {string} roomId
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.roomId = "";

        /**
         * Opened epoch.
         * @member {number} epoch
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened have.
         * @member {number} have
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.have = 0;

        /**
         * Opened fresh.
         * @member {boolean} fresh
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.fresh = false;

        /**
         * Opened why.
         * @member {string} why
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.why = "";

        /**
         * Opened through.
         * @member {number} through
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.through = 0;

        /**
         * Opened lost.
         * @member {number} lost
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.lost = 0;

        /**
         * Opened turn.
         * @member {number} turn
         * @memberof gatehouse.Opened
         * @instance
         */
        Opened.prototype.turn = 0;

        /**
         * Creates a new Opened instance using the specified properties.
         * @function create
         * @memberof gatehouse.Opened
         * @static
         * @param {gatehouse.Opened.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Opened} Opened instance
         * @type {{
         *   (properties: gatehouse.Opened.$Shape): gatehouse.Opened & gatehouse.Opened.$Shape;
         *   (properties?: gatehouse.Opened.$Properties): gatehouse.Opened;
         * }}
         */
        Opened.create = function(properties) {
            return new Opened(properties);
        };

        /**
         * Encodes the specified Opened message. Does not implicitly {@link gatehouse.Opened.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Opened
         * @static
         * @param {gatehouse.Opened.$Properties} message Opened message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Opened.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.stream);
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomId);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.epoch);
            if (message.have != null && $Object.hasOwnProperty.call(message, "have") && message.have !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.have);
            if (message.fresh != null && $Object.hasOwnProperty.call(message, "fresh") && message.fresh !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.fresh);
            if (message.why != null && $Object.hasOwnProperty.call(message, "why") && message.why !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.why);
            if (message.through != null && $Object.hasOwnProperty.call(message, "through") && message.through !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.through);
            if (message.lost != null && $Object.hasOwnProperty.call(message, "lost") && message.lost !== 0)
                writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.lost);
            if (message.turn != null && $Object.hasOwnProperty.call(message, "turn") && message.turn !== 0)
                writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.turn);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Opened message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Opened
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Opened & gatehouse.Opened.$Shape} Opened
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Opened.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Opened();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.stream = value;
                        else
                            delete message.stream;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.have = value;
                        else
                            delete message.have;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.fresh = value;
                        else
                            delete message.fresh;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.why = value;
                        else
                            delete message.why;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.through = value;
                        else
                            delete message.through;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.lost = value;
                        else
                            delete message.lost;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.turn = value;
                        else
                            delete message.turn;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Opened;
    })();

    gatehouse.Detached = (function() {

        /**
         * Properties of a Detached.
         * @typedef {Object} gatehouse.Detached.$Properties
         * @property {gatehouse.StreamKind|null} [stream] Detached stream
         * @property {string|null} [roomId] Detached roomId
         * @property {number|null} [turn] Detached turn
         * @property {string|null} [why] Detached why
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Detached.
         * @memberof gatehouse
         * @interface IDetached
         * @augments gatehouse.Detached.$Properties
         * @deprecated Use gatehouse.Detached.$Properties instead.
         */

        /**
         * Shape of a Detached.
         * @typedef {gatehouse.Detached.$Properties} gatehouse.Detached.$Shape
         */

        /**
         * Constructs a new Detached.
         * @memberof gatehouse
         * @classdesc Represents a Detached.
         * @constructor
         * @param {gatehouse.Detached.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Detached = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Detached stream.
         * @member {gatehouse.StreamKind} stream
         * @memberof gatehouse.Detached
         * @instance
         */
        Detached.prototype.stream = 0;

        /**
         * Detached roomId.
         * @member {string} roomId
         * @memberof gatehouse.Detached
         * @instance
         */
        Detached.prototype.roomId = "";

        /**
         * Detached turn.
         * @member {number} turn
         * @memberof gatehouse.Detached
         * @instance
         */
        Detached.prototype.turn = 0;

        /**
         * Detached why.
         * @member {string} why
         * @memberof gatehouse.Detached
         * @instance
         */
        Detached.prototype.why = "";

        /**
         * Creates a new Detached instance using the specified properties.
         * @function create
         * @memberof gatehouse.Detached
         * @static
         * @param {gatehouse.Detached.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Detached} Detached instance
         * @type {{
         *   (properties: gatehouse.Detached.$Shape): gatehouse.Detached & gatehouse.Detached.$Shape;
         *   (properties?: gatehouse.Detached.$Properties): gatehouse.Detached;
         * }}
         */
        Detached.create = function(properties) {
            return new Detached(properties);
        };

        /**
         * Encodes the specified Detached message. Does not implicitly {@link gatehouse.Detached.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Detached
         * @static
         * @param {gatehouse.Detached.$Properties} message Detached message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Detached.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.stream);
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomId);
            if (message.turn != null && $Object.hasOwnProperty.call(message, "turn") && message.turn !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.turn);
            if (message.why != null && $Object.hasOwnProperty.call(message, "why") && message.why !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.why);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Detached message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Detached
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Detached & gatehouse.Detached.$Shape} Detached
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Detached.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Detached();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.stream = value;
                        else
                            delete message.stream;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.turn = value;
                        else
                            delete message.turn;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.why = value;
                        else
                            delete message.why;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Detached;
    })();

    gatehouse.Failure = (function() {

        /**
         * Properties of a Failure.
         * @typedef {Object} gatehouse.Failure.$Properties
         * @property {string|null} [code] Failure code
         * @property {string|null} [message] Failure message
         * @property {boolean|null} [retryable] Failure retryable
         * @property {number|null} [ref] Failure ref
         * @property {gatehouse.StreamKind|null} [stream] Failure stream
         * @property {string|null} [roomId] Failure roomId
         * @property {Uint8Array|null} [result] Failure result
         * @property {number|null} [turn] Failure turn
         * @property {string|null} [reason] Failure reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Failure.
         * @memberof gatehouse
         * @interface IFailure
         * @augments gatehouse.Failure.$Properties
         * @deprecated Use gatehouse.Failure.$Properties instead.
         */

        /**
         * Shape of a Failure.
         * @typedef {gatehouse.Failure.$Properties} gatehouse.Failure.$Shape
         */

        /**
         * Constructs a new Failure.
         * @memberof gatehouse
         * @classdesc Represents a Failure.
         * @constructor
         * @param {gatehouse.Failure.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Failure = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Failure code.
         * @member {string} code
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.code = "";

        /**
         * Failure message.
         * @member {string} message
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.message = "";

        /**
         * Failure retryable.
         * @member {boolean} retryable
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.retryable = false;

        /**
         * Failure ref.
         * @member {number} ref
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.ref = 0;

        /**
         * Failure stream.
         * @member {gatehouse.StreamKind} stream
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.stream = 0;

        /**
         * Failure roomId.
         * @member {string} roomId
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.roomId = "";

        /**
         * Failure result.
         * @member {Uint8Array} result
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.result = $util.newBuffer([]);

        /**
         * Failure turn.
         * @member {number} turn
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.turn = 0;

        /**
         * Failure reason.
         * @member {string} reason
         * @memberof gatehouse.Failure
         * @instance
         */
        Failure.prototype.reason = "";

        /**
         * Creates a new Failure instance using the specified properties.
         * @function create
         * @memberof gatehouse.Failure
         * @static
         * @param {gatehouse.Failure.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Failure} Failure instance
         * @type {{
         *   (properties: gatehouse.Failure.$Shape): gatehouse.Failure & gatehouse.Failure.$Shape;
         *   (properties?: gatehouse.Failure.$Properties): gatehouse.Failure;
         * }}
         */
        Failure.create = function(properties) {
            return new Failure(properties);
        };

        /**
         * Encodes the specified Failure message. Does not implicitly {@link gatehouse.Failure.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Failure
         * @static
         * @param {gatehouse.Failure.$Properties} message Failure message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Failure.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
            if (message.retryable != null && $Object.hasOwnProperty.call(message, "retryable") && message.retryable !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.retryable);
            if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.ref);
            if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).int32(message.stream);
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.roomId);
            if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result.length)
                writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.result);
            if (message.turn != null && $Object.hasOwnProperty.call(message, "turn") && message.turn !== 0)
                writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.turn);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 9, wireType 2 =*/74).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Failure message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Failure
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Failure & gatehouse.Failure.$Shape} Failure
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Failure.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Failure();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.retryable = value;
                        else
                            delete message.retryable;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ref = value;
                        else
                            delete message.ref;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.stream = value;
                        else
                            delete message.stream;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.result = value;
                        else
                            delete message.result;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.turn = value;
                        else
                            delete message.turn;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Failure;
    })();

    gatehouse.Goodbye = (function() {

        /**
         * Properties of a Goodbye.
         * @typedef {Object} gatehouse.Goodbye.$Properties
         * @property {number|null} [code] Goodbye code
         * @property {string|null} [text] Goodbye text
         * @property {number|null} [retryAfterMs] Goodbye retryAfterMs
         * @property {string|null} [url] Goodbye url
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Goodbye.
         * @memberof gatehouse
         * @interface IGoodbye
         * @augments gatehouse.Goodbye.$Properties
         * @deprecated Use gatehouse.Goodbye.$Properties instead.
         */

        /**
         * Shape of a Goodbye.
         * @typedef {gatehouse.Goodbye.$Properties} gatehouse.Goodbye.$Shape
         */

        /**
         * Constructs a new Goodbye.
         * @memberof gatehouse
         * @classdesc Represents a Goodbye.
         * @constructor
         * @param {gatehouse.Goodbye.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Goodbye = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Goodbye code.
         * @member {number} code
         * @memberof gatehouse.Goodbye
         * @instance
         */
        Goodbye.prototype.code = 0;

        /**
         * Goodbye text.
         * @member {string} text
         * @memberof gatehouse.Goodbye
         * @instance
         */
        Goodbye.prototype.text = "";

        /**
         * Goodbye retryAfterMs.
         * @member {number} retryAfterMs
         * @memberof gatehouse.Goodbye
         * @instance
         */
        Goodbye.prototype.retryAfterMs = 0;

        /**
         * Goodbye url.
         * @member {string} url
         * @memberof gatehouse.Goodbye
         * @instance
         */
        Goodbye.prototype.url = "";

        /**
         * Creates a new Goodbye instance using the specified properties.
         * @function create
         * @memberof gatehouse.Goodbye
         * @static
         * @param {gatehouse.Goodbye.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Goodbye} Goodbye instance
         * @type {{
         *   (properties: gatehouse.Goodbye.$Shape): gatehouse.Goodbye & gatehouse.Goodbye.$Shape;
         *   (properties?: gatehouse.Goodbye.$Properties): gatehouse.Goodbye;
         * }}
         */
        Goodbye.create = function(properties) {
            return new Goodbye(properties);
        };

        /**
         * Encodes the specified Goodbye message. Does not implicitly {@link gatehouse.Goodbye.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Goodbye
         * @static
         * @param {gatehouse.Goodbye.$Properties} message Goodbye message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Goodbye.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.code);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.text);
            if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.retryAfterMs);
            if (message.url != null && $Object.hasOwnProperty.call(message, "url") && message.url !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.url);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Goodbye message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Goodbye
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Goodbye & gatehouse.Goodbye.$Shape} Goodbye
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Goodbye.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Goodbye();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.retryAfterMs = value;
                        else
                            delete message.retryAfterMs;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.url = value;
                        else
                            delete message.url;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Goodbye;
    })();

    gatehouse.JoinOrCreate = (function() {

        /**
         * Properties of a JoinOrCreate.
         * @typedef {Object} gatehouse.JoinOrCreate.$Properties
         * @property {string|null} [roomClass] JoinOrCreate roomClass
         * @property {string|null} [options] JoinOrCreate options
         * @property {string|null} [playerOptions] JoinOrCreate playerOptions
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JoinOrCreate.
         * @memberof gatehouse
         * @interface IJoinOrCreate
         * @augments gatehouse.JoinOrCreate.$Properties
         * @deprecated Use gatehouse.JoinOrCreate.$Properties instead.
         */

        /**
         * Shape of a JoinOrCreate.
         * @typedef {gatehouse.JoinOrCreate.$Properties} gatehouse.JoinOrCreate.$Shape
         */

        /**
         * Constructs a new JoinOrCreate.
         * @memberof gatehouse
         * @classdesc Represents a JoinOrCreate.
         * @constructor
         * @param {gatehouse.JoinOrCreate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JoinOrCreate = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JoinOrCreate roomClass.
         * @member {string} roomClass
         * @memberof gatehouse.JoinOrCreate
         * @instance
         */
        JoinOrCreate.prototype.roomClass = "";

        /**
         * JoinOrCreate options.
         * @member {string} options
         * @memberof gatehouse.JoinOrCreate
         * @instance
         */
        JoinOrCreate.prototype.options = "";

        /**
         * JoinOrCreate playerOptions.
         * @member {string} playerOptions
         * @memberof gatehouse.JoinOrCreate
         * @instance
         */
        JoinOrCreate.prototype.playerOptions = "";

        /**
         * Creates a new JoinOrCreate instance using the specified properties.
         * @function create
         * @memberof gatehouse.JoinOrCreate
         * @static
         * @param {gatehouse.JoinOrCreate.$Properties=} [properties] Properties to set
         * @returns {gatehouse.JoinOrCreate} JoinOrCreate instance
         * @type {{
         *   (properties: gatehouse.JoinOrCreate.$Shape): gatehouse.JoinOrCreate & gatehouse.JoinOrCreate.$Shape;
         *   (properties?: gatehouse.JoinOrCreate.$Properties): gatehouse.JoinOrCreate;
         * }}
         */
        JoinOrCreate.create = function(properties) {
            return new JoinOrCreate(properties);
        };

        /**
         * Encodes the specified JoinOrCreate message. Does not implicitly {@link gatehouse.JoinOrCreate.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.JoinOrCreate
         * @static
         * @param {gatehouse.JoinOrCreate.$Properties} message JoinOrCreate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JoinOrCreate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.roomClass != null && $Object.hasOwnProperty.call(message, "roomClass") && message.roomClass !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.roomClass);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options") && message.options !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.options);
            if (message.playerOptions != null && $Object.hasOwnProperty.call(message, "playerOptions") && message.playerOptions !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.playerOptions);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JoinOrCreate message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.JoinOrCreate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.JoinOrCreate & gatehouse.JoinOrCreate.$Shape} JoinOrCreate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JoinOrCreate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.JoinOrCreate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomClass = value;
                        else
                            delete message.roomClass;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.options = value;
                        else
                            delete message.options;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.playerOptions = value;
                        else
                            delete message.playerOptions;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return JoinOrCreate;
    })();

    gatehouse.CreateLobbyRoom = (function() {

        /**
         * Properties of a CreateLobbyRoom.
         * @typedef {Object} gatehouse.CreateLobbyRoom.$Properties
         * @property {string|null} [roomClass] CreateLobbyRoom roomClass
         * @property {string|null} [options] CreateLobbyRoom options
         * @property {number|null} [maxMembers] CreateLobbyRoom maxMembers
         * @property {string|null} [name] CreateLobbyRoom name
         * @property {string|null} [metadata] CreateLobbyRoom metadata
         * @property {boolean|null} [unlisted] CreateLobbyRoom unlisted
         * @property {string|null} [password] CreateLobbyRoom password
         * @property {string|null} [playerOptions] CreateLobbyRoom playerOptions
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CreateLobbyRoom.
         * @memberof gatehouse
         * @interface ICreateLobbyRoom
         * @augments gatehouse.CreateLobbyRoom.$Properties
         * @deprecated Use gatehouse.CreateLobbyRoom.$Properties instead.
         */

        /**
         * Shape of a CreateLobbyRoom.
         * @typedef {gatehouse.CreateLobbyRoom.$Properties} gatehouse.CreateLobbyRoom.$Shape
         */

        /**
         * Constructs a new CreateLobbyRoom.
         * @memberof gatehouse
         * @classdesc Represents a CreateLobbyRoom.
         * @constructor
         * @param {gatehouse.CreateLobbyRoom.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CreateLobbyRoom = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CreateLobbyRoom roomClass.
         * @member {string} roomClass
         * @memberof gatehouse.CreateLobbyRoom
         * @instance
         */
        CreateLobbyRoom.prototype.roomClass = "";

        /**
         * CreateLobbyRoom options.
         * @member {string} options
         * @memberof gatehouse.CreateLobbyRoom
         * @instance
         */
        CreateLobbyRoom.prototype.options = "";

        /**
         * CreateLobbyRoom maxMembers.
         * @member {number} maxMembers
         * @memberof gatehouse.CreateLobbyRoom
         * @instance
         */
        CreateLobbyRoom.prototype.maxMembers = 0;

        /**
         * CreateLobbyRoom name.
         * @member {string} name
         * @memberof gatehouse.CreateLobbyRoom
         * @instance
         */
        CreateLobbyRoom.prototype.name = "";

        /**
         * CreateLobbyRoom metadata.
         * @member {string} metadata
         * @memberof gatehouse.CreateLobbyRoom
         * @instance
         */
        CreateLobbyRoom.prototype.metadata = "";

        /**
         * CreateLobbyRoom unlisted.
         * @member {boolean} unlisted
         * @memberof gatehouse.CreateLobbyRoom
         * @instance
         */
        CreateLobbyRoom.prototype.unlisted = false;

        /**
         * CreateLobbyRoom password.
         * @member {string} password
         * @memberof gatehouse.CreateLobbyRoom
         * @instance
         */
        CreateLobbyRoom.prototype.password = "";

        /**
         * CreateLobbyRoom playerOptions.
         * @member {string} playerOptions
         * @memberof gatehouse.CreateLobbyRoom
         * @instance
         */
        CreateLobbyRoom.prototype.playerOptions = "";

        /**
         * Creates a new CreateLobbyRoom instance using the specified properties.
         * @function create
         * @memberof gatehouse.CreateLobbyRoom
         * @static
         * @param {gatehouse.CreateLobbyRoom.$Properties=} [properties] Properties to set
         * @returns {gatehouse.CreateLobbyRoom} CreateLobbyRoom instance
         * @type {{
         *   (properties: gatehouse.CreateLobbyRoom.$Shape): gatehouse.CreateLobbyRoom & gatehouse.CreateLobbyRoom.$Shape;
         *   (properties?: gatehouse.CreateLobbyRoom.$Properties): gatehouse.CreateLobbyRoom;
         * }}
         */
        CreateLobbyRoom.create = function(properties) {
            return new CreateLobbyRoom(properties);
        };

        /**
         * Encodes the specified CreateLobbyRoom message. Does not implicitly {@link gatehouse.CreateLobbyRoom.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.CreateLobbyRoom
         * @static
         * @param {gatehouse.CreateLobbyRoom.$Properties} message CreateLobbyRoom message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CreateLobbyRoom.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.roomClass != null && $Object.hasOwnProperty.call(message, "roomClass") && message.roomClass !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.roomClass);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options") && message.options !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.options);
            if (message.maxMembers != null && $Object.hasOwnProperty.call(message, "maxMembers") && message.maxMembers !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.maxMembers);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.name);
            if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata") && message.metadata !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.metadata);
            if (message.unlisted != null && $Object.hasOwnProperty.call(message, "unlisted") && message.unlisted !== false)
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.unlisted);
            if (message.password != null && $Object.hasOwnProperty.call(message, "password") && message.password !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.password);
            if (message.playerOptions != null && $Object.hasOwnProperty.call(message, "playerOptions") && message.playerOptions !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.playerOptions);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a CreateLobbyRoom message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.CreateLobbyRoom
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.CreateLobbyRoom & gatehouse.CreateLobbyRoom.$Shape} CreateLobbyRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CreateLobbyRoom.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.CreateLobbyRoom();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomClass = value;
                        else
                            delete message.roomClass;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.options = value;
                        else
                            delete message.options;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxMembers = value;
                        else
                            delete message.maxMembers;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.metadata = value;
                        else
                            delete message.metadata;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.unlisted = value;
                        else
                            delete message.unlisted;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.password = value;
                        else
                            delete message.password;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.playerOptions = value;
                        else
                            delete message.playerOptions;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CreateLobbyRoom;
    })();

    gatehouse.JoinLobbyRoom = (function() {

        /**
         * Properties of a JoinLobbyRoom.
         * @typedef {Object} gatehouse.JoinLobbyRoom.$Properties
         * @property {string|null} [lobbyRoomId] JoinLobbyRoom lobbyRoomId
         * @property {string|null} [password] JoinLobbyRoom password
         * @property {boolean|null} [spectator] JoinLobbyRoom spectator
         * @property {string|null} [playerOptions] JoinLobbyRoom playerOptions
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JoinLobbyRoom.
         * @memberof gatehouse
         * @interface IJoinLobbyRoom
         * @augments gatehouse.JoinLobbyRoom.$Properties
         * @deprecated Use gatehouse.JoinLobbyRoom.$Properties instead.
         */

        /**
         * Shape of a JoinLobbyRoom.
         * @typedef {gatehouse.JoinLobbyRoom.$Properties} gatehouse.JoinLobbyRoom.$Shape
         */

        /**
         * Constructs a new JoinLobbyRoom.
         * @memberof gatehouse
         * @classdesc Represents a JoinLobbyRoom.
         * @constructor
         * @param {gatehouse.JoinLobbyRoom.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JoinLobbyRoom = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JoinLobbyRoom lobbyRoomId.
         * @member {string} lobbyRoomId
         * @memberof gatehouse.JoinLobbyRoom
         * @instance
         */
        JoinLobbyRoom.prototype.lobbyRoomId = "";

        /**
         * JoinLobbyRoom password.
         * @member {string} password
         * @memberof gatehouse.JoinLobbyRoom
         * @instance
         */
        JoinLobbyRoom.prototype.password = "";

        /**
         * JoinLobbyRoom spectator.
         * @member {boolean} spectator
         * @memberof gatehouse.JoinLobbyRoom
         * @instance
         */
        JoinLobbyRoom.prototype.spectator = false;

        /**
         * JoinLobbyRoom playerOptions.
         * @member {string} playerOptions
         * @memberof gatehouse.JoinLobbyRoom
         * @instance
         */
        JoinLobbyRoom.prototype.playerOptions = "";

        /**
         * Creates a new JoinLobbyRoom instance using the specified properties.
         * @function create
         * @memberof gatehouse.JoinLobbyRoom
         * @static
         * @param {gatehouse.JoinLobbyRoom.$Properties=} [properties] Properties to set
         * @returns {gatehouse.JoinLobbyRoom} JoinLobbyRoom instance
         * @type {{
         *   (properties: gatehouse.JoinLobbyRoom.$Shape): gatehouse.JoinLobbyRoom & gatehouse.JoinLobbyRoom.$Shape;
         *   (properties?: gatehouse.JoinLobbyRoom.$Properties): gatehouse.JoinLobbyRoom;
         * }}
         */
        JoinLobbyRoom.create = function(properties) {
            return new JoinLobbyRoom(properties);
        };

        /**
         * Encodes the specified JoinLobbyRoom message. Does not implicitly {@link gatehouse.JoinLobbyRoom.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.JoinLobbyRoom
         * @static
         * @param {gatehouse.JoinLobbyRoom.$Properties} message JoinLobbyRoom message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JoinLobbyRoom.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.lobbyRoomId != null && $Object.hasOwnProperty.call(message, "lobbyRoomId") && message.lobbyRoomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.lobbyRoomId);
            if (message.password != null && $Object.hasOwnProperty.call(message, "password") && message.password !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.password);
            if (message.spectator != null && $Object.hasOwnProperty.call(message, "spectator") && message.spectator !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.spectator);
            if (message.playerOptions != null && $Object.hasOwnProperty.call(message, "playerOptions") && message.playerOptions !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.playerOptions);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JoinLobbyRoom message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.JoinLobbyRoom
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.JoinLobbyRoom & gatehouse.JoinLobbyRoom.$Shape} JoinLobbyRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JoinLobbyRoom.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.JoinLobbyRoom();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.lobbyRoomId = value;
                        else
                            delete message.lobbyRoomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.password = value;
                        else
                            delete message.password;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.spectator = value;
                        else
                            delete message.spectator;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.playerOptions = value;
                        else
                            delete message.playerOptions;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return JoinLobbyRoom;
    })();

    gatehouse.LeaveLobbyRoom = (function() {

        /**
         * Properties of a LeaveLobbyRoom.
         * @typedef {Object} gatehouse.LeaveLobbyRoom.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LeaveLobbyRoom.
         * @memberof gatehouse
         * @interface ILeaveLobbyRoom
         * @augments gatehouse.LeaveLobbyRoom.$Properties
         * @deprecated Use gatehouse.LeaveLobbyRoom.$Properties instead.
         */

        /**
         * Shape of a LeaveLobbyRoom.
         * @typedef {gatehouse.LeaveLobbyRoom.$Properties} gatehouse.LeaveLobbyRoom.$Shape
         */

        /**
         * Constructs a new LeaveLobbyRoom.
         * @memberof gatehouse
         * @classdesc Represents a LeaveLobbyRoom.
         * @constructor
         * @param {gatehouse.LeaveLobbyRoom.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LeaveLobbyRoom = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new LeaveLobbyRoom instance using the specified properties.
         * @function create
         * @memberof gatehouse.LeaveLobbyRoom
         * @static
         * @param {gatehouse.LeaveLobbyRoom.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LeaveLobbyRoom} LeaveLobbyRoom instance
         * @type {{
         *   (properties: gatehouse.LeaveLobbyRoom.$Shape): gatehouse.LeaveLobbyRoom & gatehouse.LeaveLobbyRoom.$Shape;
         *   (properties?: gatehouse.LeaveLobbyRoom.$Properties): gatehouse.LeaveLobbyRoom;
         * }}
         */
        LeaveLobbyRoom.create = function(properties) {
            return new LeaveLobbyRoom(properties);
        };

        /**
         * Encodes the specified LeaveLobbyRoom message. Does not implicitly {@link gatehouse.LeaveLobbyRoom.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LeaveLobbyRoom
         * @static
         * @param {gatehouse.LeaveLobbyRoom.$Properties} message LeaveLobbyRoom message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LeaveLobbyRoom.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LeaveLobbyRoom message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LeaveLobbyRoom
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LeaveLobbyRoom & gatehouse.LeaveLobbyRoom.$Shape} LeaveLobbyRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LeaveLobbyRoom.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LeaveLobbyRoom();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LeaveLobbyRoom;
    })();

    gatehouse.ListLobbyRooms = (function() {

        /**
         * Properties of a ListLobbyRooms.
         * @typedef {Object} gatehouse.ListLobbyRooms.$Properties
         * @property {string|null} [roomClass] ListLobbyRooms roomClass
         * @property {number|null} [limit] ListLobbyRooms limit
         * @property {string|null} [after] ListLobbyRooms after
         * @property {string|null} [phase] ListLobbyRooms phase
         * @property {string|null} [metadata] ListLobbyRooms metadata
         * @property {boolean|null} [hasPlace] ListLobbyRooms hasPlace
         * @property {string|null} [text] ListLobbyRooms text
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ListLobbyRooms.
         * @memberof gatehouse
         * @interface IListLobbyRooms
         * @augments gatehouse.ListLobbyRooms.$Properties
         * @deprecated Use gatehouse.ListLobbyRooms.$Properties instead.
         */

        /**
         * Shape of a ListLobbyRooms.
         * @typedef {gatehouse.ListLobbyRooms.$Properties} gatehouse.ListLobbyRooms.$Shape
         */

        /**
         * Constructs a new ListLobbyRooms.
         * @memberof gatehouse
         * @classdesc Represents a ListLobbyRooms.
         * @constructor
         * @param {gatehouse.ListLobbyRooms.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ListLobbyRooms = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ListLobbyRooms roomClass.
         * @member {string} roomClass
         * @memberof gatehouse.ListLobbyRooms
         * @instance
         */
        ListLobbyRooms.prototype.roomClass = "";

        /**
         * ListLobbyRooms limit.
         * @member {number} limit
         * @memberof gatehouse.ListLobbyRooms
         * @instance
         */
        ListLobbyRooms.prototype.limit = 0;

        /**
         * ListLobbyRooms after.
         * @member {string} after
         * @memberof gatehouse.ListLobbyRooms
         * @instance
         */
        ListLobbyRooms.prototype.after = "";

        /**
         * ListLobbyRooms phase.
         * @member {string} phase
         * @memberof gatehouse.ListLobbyRooms
         * @instance
         */
        ListLobbyRooms.prototype.phase = "";

        /**
         * ListLobbyRooms metadata.
         * @member {string} metadata
         * @memberof gatehouse.ListLobbyRooms
         * @instance
         */
        ListLobbyRooms.prototype.metadata = "";

        /**
         * ListLobbyRooms hasPlace.
         * @member {boolean} hasPlace
         * @memberof gatehouse.ListLobbyRooms
         * @instance
         */
        ListLobbyRooms.prototype.hasPlace = false;

        /**
         * ListLobbyRooms text.
         * @member {string} text
         * @memberof gatehouse.ListLobbyRooms
         * @instance
         */
        ListLobbyRooms.prototype.text = "";

        /**
         * Creates a new ListLobbyRooms instance using the specified properties.
         * @function create
         * @memberof gatehouse.ListLobbyRooms
         * @static
         * @param {gatehouse.ListLobbyRooms.$Properties=} [properties] Properties to set
         * @returns {gatehouse.ListLobbyRooms} ListLobbyRooms instance
         * @type {{
         *   (properties: gatehouse.ListLobbyRooms.$Shape): gatehouse.ListLobbyRooms & gatehouse.ListLobbyRooms.$Shape;
         *   (properties?: gatehouse.ListLobbyRooms.$Properties): gatehouse.ListLobbyRooms;
         * }}
         */
        ListLobbyRooms.create = function(properties) {
            return new ListLobbyRooms(properties);
        };

        /**
         * Encodes the specified ListLobbyRooms message. Does not implicitly {@link gatehouse.ListLobbyRooms.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.ListLobbyRooms
         * @static
         * @param {gatehouse.ListLobbyRooms.$Properties} message ListLobbyRooms message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ListLobbyRooms.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.roomClass != null && $Object.hasOwnProperty.call(message, "roomClass") && message.roomClass !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.roomClass);
            if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.limit);
            if (message.after != null && $Object.hasOwnProperty.call(message, "after") && message.after !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.after);
            if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.phase);
            if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata") && message.metadata !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.metadata);
            if (message.hasPlace != null && $Object.hasOwnProperty.call(message, "hasPlace") && message.hasPlace !== false)
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.hasPlace);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.text);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ListLobbyRooms message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.ListLobbyRooms
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.ListLobbyRooms & gatehouse.ListLobbyRooms.$Shape} ListLobbyRooms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ListLobbyRooms.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.ListLobbyRooms();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomClass = value;
                        else
                            delete message.roomClass;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.limit = value;
                        else
                            delete message.limit;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.after = value;
                        else
                            delete message.after;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.phase = value;
                        else
                            delete message.phase;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.metadata = value;
                        else
                            delete message.metadata;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.hasPlace = value;
                        else
                            delete message.hasPlace;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ListLobbyRooms;
    })();

    gatehouse.SetReady = (function() {

        /**
         * Properties of a SetReady.
         * @typedef {Object} gatehouse.SetReady.$Properties
         * @property {boolean|null} [ready] SetReady ready
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SetReady.
         * @memberof gatehouse
         * @interface ISetReady
         * @augments gatehouse.SetReady.$Properties
         * @deprecated Use gatehouse.SetReady.$Properties instead.
         */

        /**
         * Shape of a SetReady.
         * @typedef {gatehouse.SetReady.$Properties} gatehouse.SetReady.$Shape
         */

        /**
         * Constructs a new SetReady.
         * @memberof gatehouse
         * @classdesc Represents a SetReady.
         * @constructor
         * @param {gatehouse.SetReady.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SetReady = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SetReady ready.
         * @member {boolean} ready
         * @memberof gatehouse.SetReady
         * @instance
         */
        SetReady.prototype.ready = false;

        /**
         * Creates a new SetReady instance using the specified properties.
         * @function create
         * @memberof gatehouse.SetReady
         * @static
         * @param {gatehouse.SetReady.$Properties=} [properties] Properties to set
         * @returns {gatehouse.SetReady} SetReady instance
         * @type {{
         *   (properties: gatehouse.SetReady.$Shape): gatehouse.SetReady & gatehouse.SetReady.$Shape;
         *   (properties?: gatehouse.SetReady.$Properties): gatehouse.SetReady;
         * }}
         */
        SetReady.create = function(properties) {
            return new SetReady(properties);
        };

        /**
         * Encodes the specified SetReady message. Does not implicitly {@link gatehouse.SetReady.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.SetReady
         * @static
         * @param {gatehouse.SetReady.$Properties} message SetReady message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SetReady.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.ready);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SetReady message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.SetReady
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.SetReady & gatehouse.SetReady.$Shape} SetReady
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SetReady.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.SetReady();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.ready = value;
                        else
                            delete message.ready;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SetReady;
    })();

    gatehouse.StartGame = (function() {

        /**
         * Properties of a StartGame.
         * @typedef {Object} gatehouse.StartGame.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StartGame.
         * @memberof gatehouse
         * @interface IStartGame
         * @augments gatehouse.StartGame.$Properties
         * @deprecated Use gatehouse.StartGame.$Properties instead.
         */

        /**
         * Shape of a StartGame.
         * @typedef {gatehouse.StartGame.$Properties} gatehouse.StartGame.$Shape
         */

        /**
         * Constructs a new StartGame.
         * @memberof gatehouse
         * @classdesc Represents a StartGame.
         * @constructor
         * @param {gatehouse.StartGame.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StartGame = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new StartGame instance using the specified properties.
         * @function create
         * @memberof gatehouse.StartGame
         * @static
         * @param {gatehouse.StartGame.$Properties=} [properties] Properties to set
         * @returns {gatehouse.StartGame} StartGame instance
         * @type {{
         *   (properties: gatehouse.StartGame.$Shape): gatehouse.StartGame & gatehouse.StartGame.$Shape;
         *   (properties?: gatehouse.StartGame.$Properties): gatehouse.StartGame;
         * }}
         */
        StartGame.create = function(properties) {
            return new StartGame(properties);
        };

        /**
         * Encodes the specified StartGame message. Does not implicitly {@link gatehouse.StartGame.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.StartGame
         * @static
         * @param {gatehouse.StartGame.$Properties} message StartGame message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StartGame.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StartGame message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.StartGame
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.StartGame & gatehouse.StartGame.$Shape} StartGame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StartGame.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.StartGame();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StartGame;
    })();

    gatehouse.SayChat = (function() {

        /**
         * Properties of a SayChat.
         * @typedef {Object} gatehouse.SayChat.$Properties
         * @property {string|null} [text] SayChat text
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SayChat.
         * @memberof gatehouse
         * @interface ISayChat
         * @augments gatehouse.SayChat.$Properties
         * @deprecated Use gatehouse.SayChat.$Properties instead.
         */

        /**
         * Shape of a SayChat.
         * @typedef {gatehouse.SayChat.$Properties} gatehouse.SayChat.$Shape
         */

        /**
         * Constructs a new SayChat.
         * @memberof gatehouse
         * @classdesc Represents a SayChat.
         * @constructor
         * @param {gatehouse.SayChat.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SayChat = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SayChat text.
         * @member {string} text
         * @memberof gatehouse.SayChat
         * @instance
         */
        SayChat.prototype.text = "";

        /**
         * Creates a new SayChat instance using the specified properties.
         * @function create
         * @memberof gatehouse.SayChat
         * @static
         * @param {gatehouse.SayChat.$Properties=} [properties] Properties to set
         * @returns {gatehouse.SayChat} SayChat instance
         * @type {{
         *   (properties: gatehouse.SayChat.$Shape): gatehouse.SayChat & gatehouse.SayChat.$Shape;
         *   (properties?: gatehouse.SayChat.$Properties): gatehouse.SayChat;
         * }}
         */
        SayChat.create = function(properties) {
            return new SayChat(properties);
        };

        /**
         * Encodes the specified SayChat message. Does not implicitly {@link gatehouse.SayChat.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.SayChat
         * @static
         * @param {gatehouse.SayChat.$Properties} message SayChat message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SayChat.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SayChat message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.SayChat
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.SayChat & gatehouse.SayChat.$Shape} SayChat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SayChat.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.SayChat();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SayChat;
    })();

    gatehouse.LobbyMember = (function() {

        /**
         * Properties of a LobbyMember.
         * @typedef {Object} gatehouse.LobbyMember.$Properties
         * @property {string|null} [userId] LobbyMember userId
         * @property {string|null} [name] LobbyMember name
         * @property {boolean|null} [ready] LobbyMember ready
         * @property {string|null} [role] LobbyMember role
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LobbyMember.
         * @memberof gatehouse
         * @interface ILobbyMember
         * @augments gatehouse.LobbyMember.$Properties
         * @deprecated Use gatehouse.LobbyMember.$Properties instead.
         */

        /**
         * Shape of a LobbyMember.
         * @typedef {gatehouse.LobbyMember.$Properties} gatehouse.LobbyMember.$Shape
         */

        /**
         * Constructs a new LobbyMember.
         * @memberof gatehouse
         * @classdesc Represents a LobbyMember.
         * @constructor
         * @param {gatehouse.LobbyMember.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LobbyMember = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LobbyMember userId.
         * @member {string} userId
         * @memberof gatehouse.LobbyMember
         * @instance
         */
        LobbyMember.prototype.userId = "";

        /**
         * LobbyMember name.
         * @member {string} name
         * @memberof gatehouse.LobbyMember
         * @instance
         */
        LobbyMember.prototype.name = "";

        /**
         * LobbyMember ready.
         * @member {boolean} ready
         * @memberof gatehouse.LobbyMember
         * @instance
         */
        LobbyMember.prototype.ready = false;

        /**
         * LobbyMember role.
         * @member {string} role
         * @memberof gatehouse.LobbyMember
         * @instance
         */
        LobbyMember.prototype.role = "";

        /**
         * Creates a new LobbyMember instance using the specified properties.
         * @function create
         * @memberof gatehouse.LobbyMember
         * @static
         * @param {gatehouse.LobbyMember.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LobbyMember} LobbyMember instance
         * @type {{
         *   (properties: gatehouse.LobbyMember.$Shape): gatehouse.LobbyMember & gatehouse.LobbyMember.$Shape;
         *   (properties?: gatehouse.LobbyMember.$Properties): gatehouse.LobbyMember;
         * }}
         */
        LobbyMember.create = function(properties) {
            return new LobbyMember(properties);
        };

        /**
         * Encodes the specified LobbyMember message. Does not implicitly {@link gatehouse.LobbyMember.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LobbyMember
         * @static
         * @param {gatehouse.LobbyMember.$Properties} message LobbyMember message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LobbyMember.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
            if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.ready);
            if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.role);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LobbyMember message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LobbyMember
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LobbyMember & gatehouse.LobbyMember.$Shape} LobbyMember
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LobbyMember.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LobbyMember();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.ready = value;
                        else
                            delete message.ready;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.role = value;
                        else
                            delete message.role;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LobbyMember;
    })();

    gatehouse.LobbyRoom = (function() {

        /**
         * Properties of a LobbyRoom.
         * @typedef {Object} gatehouse.LobbyRoom.$Properties
         * @property {string|null} [lobbyRoomId] LobbyRoom lobbyRoomId
         * @property {string|null} [roomClass] LobbyRoom roomClass
         * @property {string|null} [options] LobbyRoom options
         * @property {boolean|null} [auto] LobbyRoom auto
         * @property {string|null} [phase] LobbyRoom phase
         * @property {number|null} [maxMembers] LobbyRoom maxMembers
         * @property {string|null} [hostUserId] LobbyRoom hostUserId
         * @property {string|null} [roomId] LobbyRoom roomId
         * @property {Array.<gatehouse.LobbyMember.$Properties>|null} [members] LobbyRoom members
         * @property {string|null} [name] LobbyRoom name
         * @property {string|null} [metadata] LobbyRoom metadata
         * @property {boolean|null} [locked] LobbyRoom locked
         * @property {boolean|null} [unlisted] LobbyRoom unlisted
         * @property {boolean|null} [hasPassword] LobbyRoom hasPassword
         * @property {string|null} [inviteCode] LobbyRoom inviteCode
         * @property {Array.<gatehouse.ChatLine.$Properties>|null} [chat] LobbyRoom chat
         * @property {Array.<string>|null} [rematchVotes] LobbyRoom rematchVotes
         * @property {number|null} [rounds] LobbyRoom rounds
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LobbyRoom.
         * @memberof gatehouse
         * @interface ILobbyRoom
         * @augments gatehouse.LobbyRoom.$Properties
         * @deprecated Use gatehouse.LobbyRoom.$Properties instead.
         */

        /**
         * Shape of a LobbyRoom.
         * @typedef {gatehouse.LobbyRoom.$Properties} gatehouse.LobbyRoom.$Shape
         */

        /**
         * Constructs a new LobbyRoom.
         * @memberof gatehouse
         * @classdesc Represents a LobbyRoom.
         * @constructor
         * @param {gatehouse.LobbyRoom.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LobbyRoom = function (properties) {
            this.members = [];
            this.chat = [];
            this.rematchVotes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LobbyRoom lobbyRoomId.
         * @member {string} lobbyRoomId
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.lobbyRoomId = "";

        /**
         * LobbyRoom roomClass.
         * @member {string} roomClass
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.roomClass = "";

        /**
         * LobbyRoom options.
         * @member {string} options
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.options = "";

        /**
         * LobbyRoom auto.
         * @member {boolean} auto
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.auto = false;

        /**
         * LobbyRoom phase.
         * @member {string} phase
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.phase = "";

        /**
         * LobbyRoom maxMembers.
         * @member {number} maxMembers
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.maxMembers = 0;

        /**
         * LobbyRoom hostUserId.
         * @member {string} hostUserId
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.hostUserId = "";

        /**
         * LobbyRoom roomId.
         * @member {string} roomId
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.roomId = "";

        /**
         * LobbyRoom members.
         * @member {Array.<gatehouse.LobbyMember.$Properties>} members
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.members = $util.emptyArray;

        /**
         * LobbyRoom name.
         * @member {string} name
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.name = "";

        /**
         * LobbyRoom metadata.
         * @member {string} metadata
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.metadata = "";

        /**
         * LobbyRoom locked.
         * @member {boolean} locked
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.locked = false;

        /**
         * LobbyRoom unlisted.
         * @member {boolean} unlisted
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.unlisted = false;

        /**
         * LobbyRoom hasPassword.
         * @member {boolean} hasPassword
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.hasPassword = false;

        /**
         * LobbyRoom inviteCode.
         * @member {string} inviteCode
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.inviteCode = "";

        /**
         * LobbyRoom chat.
         * @member {Array.<gatehouse.ChatLine.$Properties>} chat
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.chat = $util.emptyArray;

        /**
         * LobbyRoom rematchVotes.
         * @member {Array.<string>} rematchVotes
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.rematchVotes = $util.emptyArray;

        /**
         * LobbyRoom rounds.
         * @member {number} rounds
         * @memberof gatehouse.LobbyRoom
         * @instance
         */
        LobbyRoom.prototype.rounds = 0;

        /**
         * Creates a new LobbyRoom instance using the specified properties.
         * @function create
         * @memberof gatehouse.LobbyRoom
         * @static
         * @param {gatehouse.LobbyRoom.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LobbyRoom} LobbyRoom instance
         * @type {{
         *   (properties: gatehouse.LobbyRoom.$Shape): gatehouse.LobbyRoom & gatehouse.LobbyRoom.$Shape;
         *   (properties?: gatehouse.LobbyRoom.$Properties): gatehouse.LobbyRoom;
         * }}
         */
        LobbyRoom.create = function(properties) {
            return new LobbyRoom(properties);
        };

        /**
         * Encodes the specified LobbyRoom message. Does not implicitly {@link gatehouse.LobbyRoom.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LobbyRoom
         * @static
         * @param {gatehouse.LobbyRoom.$Properties} message LobbyRoom message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LobbyRoom.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.lobbyRoomId != null && $Object.hasOwnProperty.call(message, "lobbyRoomId") && message.lobbyRoomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.lobbyRoomId);
            if (message.roomClass != null && $Object.hasOwnProperty.call(message, "roomClass") && message.roomClass !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomClass);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options") && message.options !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.options);
            if (message.auto != null && $Object.hasOwnProperty.call(message, "auto") && message.auto !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.auto);
            if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.phase);
            if (message.maxMembers != null && $Object.hasOwnProperty.call(message, "maxMembers") && message.maxMembers !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.maxMembers);
            if (message.hostUserId != null && $Object.hasOwnProperty.call(message, "hostUserId") && message.hostUserId !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.hostUserId);
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.roomId);
            if (message.members != null && message.members.length)
                for (let i = 0; i < message.members.length; ++i)
                    $root.gatehouse.LobbyMember.encode(message.members[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.name);
            if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata") && message.metadata !== "")
                writer.uint32(/* id 11, wireType 2 =*/90).string(message.metadata);
            if (message.locked != null && $Object.hasOwnProperty.call(message, "locked") && message.locked !== false)
                writer.uint32(/* id 12, wireType 0 =*/96).bool(message.locked);
            if (message.unlisted != null && $Object.hasOwnProperty.call(message, "unlisted") && message.unlisted !== false)
                writer.uint32(/* id 13, wireType 0 =*/104).bool(message.unlisted);
            if (message.hasPassword != null && $Object.hasOwnProperty.call(message, "hasPassword") && message.hasPassword !== false)
                writer.uint32(/* id 14, wireType 0 =*/112).bool(message.hasPassword);
            if (message.inviteCode != null && $Object.hasOwnProperty.call(message, "inviteCode") && message.inviteCode !== "")
                writer.uint32(/* id 15, wireType 2 =*/122).string(message.inviteCode);
            if (message.chat != null && message.chat.length)
                for (let i = 0; i < message.chat.length; ++i)
                    $root.gatehouse.ChatLine.encode(message.chat[i], writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
            if (message.rematchVotes != null && message.rematchVotes.length)
                for (let i = 0; i < message.rematchVotes.length; ++i)
                    writer.uint32(/* id 17, wireType 2 =*/138).string(message.rematchVotes[i]);
            if (message.rounds != null && $Object.hasOwnProperty.call(message, "rounds") && message.rounds !== 0)
                writer.uint32(/* id 18, wireType 0 =*/144).uint32(message.rounds);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LobbyRoom message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LobbyRoom
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LobbyRoom & gatehouse.LobbyRoom.$Shape} LobbyRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LobbyRoom.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LobbyRoom();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.lobbyRoomId = value;
                        else
                            delete message.lobbyRoomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomClass = value;
                        else
                            delete message.roomClass;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.options = value;
                        else
                            delete message.options;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.auto = value;
                        else
                            delete message.auto;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.phase = value;
                        else
                            delete message.phase;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxMembers = value;
                        else
                            delete message.maxMembers;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.hostUserId = value;
                        else
                            delete message.hostUserId;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if (!(message.members && message.members.length))
                            message.members = [];
                        message.members.push($root.gatehouse.LobbyMember.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.metadata = value;
                        else
                            delete message.metadata;
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.locked = value;
                        else
                            delete message.locked;
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.unlisted = value;
                        else
                            delete message.unlisted;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.hasPassword = value;
                        else
                            delete message.hasPassword;
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.inviteCode = value;
                        else
                            delete message.inviteCode;
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        if (!(message.chat && message.chat.length))
                            message.chat = [];
                        message.chat.push($root.gatehouse.ChatLine.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        if (!(message.rematchVotes && message.rematchVotes.length))
                            message.rematchVotes = [];
                        message.rematchVotes.push(reader.stringVerify());
                        continue;
                    }
                case 18: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rounds = value;
                        else
                            delete message.rounds;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LobbyRoom;
    })();

    gatehouse.Joined = (function() {

        /**
         * Properties of a Joined.
         * @typedef {Object} gatehouse.Joined.$Properties
         * @property {number|null} [ref] Joined ref
         * @property {number|null} [epoch] Joined epoch
         * @property {number|null} [version] Joined version
         * @property {gatehouse.LobbyRoom.$Properties|null} [room] Joined room
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Joined.
         * @memberof gatehouse
         * @interface IJoined
         * @augments gatehouse.Joined.$Properties
         * @deprecated Use gatehouse.Joined.$Properties instead.
         */

        /**
         * Shape of a Joined.
         * @typedef {gatehouse.Joined.$Properties} gatehouse.Joined.$Shape
         */

        /**
         * Constructs a new Joined.
         * @memberof gatehouse
         * @classdesc Represents a Joined.
         * @constructor
         * @param {gatehouse.Joined.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Joined = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Joined ref.
         * @member {number} ref
         * @memberof gatehouse.Joined
         * @instance
         */
        Joined.prototype.ref = 0;

        /**
         * Joined epoch.
         * @member {number} epoch
         * @memberof gatehouse.Joined
         * @instance
         */
        Joined.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Joined version.
         * @member {number} version
         * @memberof gatehouse.Joined
         * @instance
         */
        Joined.prototype.version = 0;

        /**
         * Joined room.
         * @member {gatehouse.LobbyRoom.$Properties|null|undefined} room
         * @memberof gatehouse.Joined
         * @instance
         */
        Joined.prototype.room = null;

        /**
         * Creates a new Joined instance using the specified properties.
         * @function create
         * @memberof gatehouse.Joined
         * @static
         * @param {gatehouse.Joined.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Joined} Joined instance
         * @type {{
         *   (properties: gatehouse.Joined.$Shape): gatehouse.Joined & gatehouse.Joined.$Shape;
         *   (properties?: gatehouse.Joined.$Properties): gatehouse.Joined;
         * }}
         */
        Joined.create = function(properties) {
            return new Joined(properties);
        };

        /**
         * Encodes the specified Joined message. Does not implicitly {@link gatehouse.Joined.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Joined
         * @static
         * @param {gatehouse.Joined.$Properties} message Joined message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Joined.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.ref);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.version);
            if (message.room != null && $Object.hasOwnProperty.call(message, "room"))
                $root.gatehouse.LobbyRoom.encode(message.room, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Joined message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Joined
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Joined & gatehouse.Joined.$Shape} Joined
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Joined.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Joined();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ref = value;
                        else
                            delete message.ref;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.room = $root.gatehouse.LobbyRoom.decode(reader, reader.size(), $undefined, _depth + 1, message.room);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Joined;
    })();

    gatehouse.LobbyListing = (function() {

        /**
         * Properties of a LobbyListing.
         * @typedef {Object} gatehouse.LobbyListing.$Properties
         * @property {string|null} [lobbyRoomId] LobbyListing lobbyRoomId
         * @property {string|null} [roomClass] LobbyListing roomClass
         * @property {string|null} [phase] LobbyListing phase
         * @property {number|null} [members] LobbyListing members
         * @property {number|null} [maxMembers] LobbyListing maxMembers
         * @property {string|null} [name] LobbyListing name
         * @property {string|null} [metadata] LobbyListing metadata
         * @property {number|null} [spectators] LobbyListing spectators
         * @property {boolean|null} [locked] LobbyListing locked
         * @property {boolean|null} [hasPassword] LobbyListing hasPassword
         * @property {boolean|null} [auto] LobbyListing auto
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LobbyListing.
         * @memberof gatehouse
         * @interface ILobbyListing
         * @augments gatehouse.LobbyListing.$Properties
         * @deprecated Use gatehouse.LobbyListing.$Properties instead.
         */

        /**
         * Shape of a LobbyListing.
         * @typedef {gatehouse.LobbyListing.$Properties} gatehouse.LobbyListing.$Shape
         */

        /**
         * Constructs a new LobbyListing.
         * @memberof gatehouse
         * @classdesc Represents a LobbyListing.
         * @constructor
         * @param {gatehouse.LobbyListing.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LobbyListing = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LobbyListing lobbyRoomId.
         * @member {string} lobbyRoomId
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.lobbyRoomId = "";

        /**
         * LobbyListing roomClass.
         * @member {string} roomClass
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.roomClass = "";

        /**
         * LobbyListing phase.
         * @member {string} phase
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.phase = "";

        /**
         * LobbyListing members.
         * @member {number} members
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.members = 0;

        /**
         * LobbyListing maxMembers.
         * @member {number} maxMembers
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.maxMembers = 0;

        /**
         * LobbyListing name.
         * @member {string} name
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.name = "";

        /**
         * LobbyListing metadata.
         * @member {string} metadata
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.metadata = "";

        /**
         * LobbyListing spectators.
         * @member {number} spectators
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.spectators = 0;

        /**
         * LobbyListing locked.
         * @member {boolean} locked
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.locked = false;

        /**
         * LobbyListing hasPassword.
         * @member {boolean} hasPassword
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.hasPassword = false;

        /**
         * LobbyListing auto.
         * @member {boolean} auto
         * @memberof gatehouse.LobbyListing
         * @instance
         */
        LobbyListing.prototype.auto = false;

        /**
         * Creates a new LobbyListing instance using the specified properties.
         * @function create
         * @memberof gatehouse.LobbyListing
         * @static
         * @param {gatehouse.LobbyListing.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LobbyListing} LobbyListing instance
         * @type {{
         *   (properties: gatehouse.LobbyListing.$Shape): gatehouse.LobbyListing & gatehouse.LobbyListing.$Shape;
         *   (properties?: gatehouse.LobbyListing.$Properties): gatehouse.LobbyListing;
         * }}
         */
        LobbyListing.create = function(properties) {
            return new LobbyListing(properties);
        };

        /**
         * Encodes the specified LobbyListing message. Does not implicitly {@link gatehouse.LobbyListing.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LobbyListing
         * @static
         * @param {gatehouse.LobbyListing.$Properties} message LobbyListing message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LobbyListing.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.lobbyRoomId != null && $Object.hasOwnProperty.call(message, "lobbyRoomId") && message.lobbyRoomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.lobbyRoomId);
            if (message.roomClass != null && $Object.hasOwnProperty.call(message, "roomClass") && message.roomClass !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomClass);
            if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.phase);
            if (message.members != null && $Object.hasOwnProperty.call(message, "members") && message.members !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.members);
            if (message.maxMembers != null && $Object.hasOwnProperty.call(message, "maxMembers") && message.maxMembers !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.maxMembers);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.name);
            if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata") && message.metadata !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.metadata);
            if (message.spectators != null && $Object.hasOwnProperty.call(message, "spectators") && message.spectators !== 0)
                writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.spectators);
            if (message.locked != null && $Object.hasOwnProperty.call(message, "locked") && message.locked !== false)
                writer.uint32(/* id 9, wireType 0 =*/72).bool(message.locked);
            if (message.hasPassword != null && $Object.hasOwnProperty.call(message, "hasPassword") && message.hasPassword !== false)
                writer.uint32(/* id 10, wireType 0 =*/80).bool(message.hasPassword);
            if (message.auto != null && $Object.hasOwnProperty.call(message, "auto") && message.auto !== false)
                writer.uint32(/* id 11, wireType 0 =*/88).bool(message.auto);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LobbyListing message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LobbyListing
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LobbyListing & gatehouse.LobbyListing.$Shape} LobbyListing
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LobbyListing.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LobbyListing();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.lobbyRoomId = value;
                        else
                            delete message.lobbyRoomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomClass = value;
                        else
                            delete message.roomClass;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.phase = value;
                        else
                            delete message.phase;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.members = value;
                        else
                            delete message.members;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxMembers = value;
                        else
                            delete message.maxMembers;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.metadata = value;
                        else
                            delete message.metadata;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.spectators = value;
                        else
                            delete message.spectators;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.locked = value;
                        else
                            delete message.locked;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.hasPassword = value;
                        else
                            delete message.hasPassword;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.auto = value;
                        else
                            delete message.auto;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LobbyListing;
    })();

    gatehouse.Listed = (function() {

        /**
         * Properties of a Listed.
         * @typedef {Object} gatehouse.Listed.$Properties
         * @property {number|null} [ref] Listed ref
         * @property {Array.<gatehouse.LobbyListing.$Properties>|null} [rooms] Listed rooms
         * @property {string|null} [next] Listed next
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Listed.
         * @memberof gatehouse
         * @interface IListed
         * @augments gatehouse.Listed.$Properties
         * @deprecated Use gatehouse.Listed.$Properties instead.
         */

        /**
         * Shape of a Listed.
         * @typedef {gatehouse.Listed.$Properties} gatehouse.Listed.$Shape
         */

        /**
         * Constructs a new Listed.
         * @memberof gatehouse
         * @classdesc Represents a Listed.
         * @constructor
         * @param {gatehouse.Listed.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Listed = function (properties) {
            this.rooms = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Listed ref.
         * @member {number} ref
         * @memberof gatehouse.Listed
         * @instance
         */
        Listed.prototype.ref = 0;

        /**
         * Listed rooms.
         * @member {Array.<gatehouse.LobbyListing.$Properties>} rooms
         * @memberof gatehouse.Listed
         * @instance
         */
        Listed.prototype.rooms = $util.emptyArray;

        /**
         * Listed next.
         * @member {string} next
         * @memberof gatehouse.Listed
         * @instance
         */
        Listed.prototype.next = "";

        /**
         * Creates a new Listed instance using the specified properties.
         * @function create
         * @memberof gatehouse.Listed
         * @static
         * @param {gatehouse.Listed.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Listed} Listed instance
         * @type {{
         *   (properties: gatehouse.Listed.$Shape): gatehouse.Listed & gatehouse.Listed.$Shape;
         *   (properties?: gatehouse.Listed.$Properties): gatehouse.Listed;
         * }}
         */
        Listed.create = function(properties) {
            return new Listed(properties);
        };

        /**
         * Encodes the specified Listed message. Does not implicitly {@link gatehouse.Listed.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Listed
         * @static
         * @param {gatehouse.Listed.$Properties} message Listed message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Listed.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.ref);
            if (message.rooms != null && message.rooms.length)
                for (let i = 0; i < message.rooms.length; ++i)
                    $root.gatehouse.LobbyListing.encode(message.rooms[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.next != null && $Object.hasOwnProperty.call(message, "next") && message.next !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.next);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Listed message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Listed
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Listed & gatehouse.Listed.$Shape} Listed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Listed.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Listed();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ref = value;
                        else
                            delete message.ref;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.rooms && message.rooms.length))
                            message.rooms = [];
                        message.rooms.push($root.gatehouse.LobbyListing.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.next = value;
                        else
                            delete message.next;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Listed;
    })();

    gatehouse.Done = (function() {

        /**
         * Properties of a Done.
         * @typedef {Object} gatehouse.Done.$Properties
         * @property {number|null} [ref] Done ref
         * @property {number|null} [version] Done version
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Done.
         * @memberof gatehouse
         * @interface IDone
         * @augments gatehouse.Done.$Properties
         * @deprecated Use gatehouse.Done.$Properties instead.
         */

        /**
         * Shape of a Done.
         * @typedef {gatehouse.Done.$Properties} gatehouse.Done.$Shape
         */

        /**
         * Constructs a new Done.
         * @memberof gatehouse
         * @classdesc Represents a Done.
         * @constructor
         * @param {gatehouse.Done.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Done = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Done ref.
         * @member {number} ref
         * @memberof gatehouse.Done
         * @instance
         */
        Done.prototype.ref = 0;

        /**
         * Done version.
         * @member {number} version
         * @memberof gatehouse.Done
         * @instance
         */
        Done.prototype.version = 0;

        /**
         * Creates a new Done instance using the specified properties.
         * @function create
         * @memberof gatehouse.Done
         * @static
         * @param {gatehouse.Done.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Done} Done instance
         * @type {{
         *   (properties: gatehouse.Done.$Shape): gatehouse.Done & gatehouse.Done.$Shape;
         *   (properties?: gatehouse.Done.$Properties): gatehouse.Done;
         * }}
         */
        Done.create = function(properties) {
            return new Done(properties);
        };

        /**
         * Encodes the specified Done message. Does not implicitly {@link gatehouse.Done.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Done
         * @static
         * @param {gatehouse.Done.$Properties} message Done message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Done.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.ref);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.version);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Done message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Done
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Done & gatehouse.Done.$Shape} Done
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Done.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Done();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ref = value;
                        else
                            delete message.ref;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Done;
    })();

    gatehouse.LobbyEvent = (function() {

        /**
         * Properties of a LobbyEvent.
         * @typedef {Object} gatehouse.LobbyEvent.$Properties
         * @property {gatehouse.LobbyMember.$Properties|null} [memberJoined] LobbyEvent memberJoined
         * @property {string|null} [memberLeft] LobbyEvent memberLeft
         * @property {gatehouse.LobbyMember.$Properties|null} [readyChanged] LobbyEvent readyChanged
         * @property {string|null} [hostChanged] LobbyEvent hostChanged
         * @property {gatehouse.ChatLine.$Properties|null} [chat] LobbyEvent chat
         * @property {string|null} [starting] LobbyEvent starting
         * @property {string|null} [started] LobbyEvent started
         * @property {gatehouse.StartFailed.$Properties|null} [startFailed] LobbyEvent startFailed
         * @property {gatehouse.RoundEnded.$Properties|null} [roundEnded] LobbyEvent roundEnded
         * @property {string|null} [closed] LobbyEvent closed
         * @property {gatehouse.MemberKicked.$Properties|null} [memberKicked] LobbyEvent memberKicked
         * @property {gatehouse.RoomSettings.$Properties|null} [settingsChanged] LobbyEvent settingsChanged
         * @property {gatehouse.RematchVote.$Properties|null} [rematchVoted] LobbyEvent rematchVoted
         * @property {"memberJoined"|"memberLeft"|"readyChanged"|"hostChanged"|"chat"|"starting"|"started"|"startFailed"|"roundEnded"|"closed"|"memberKicked"|"settingsChanged"|"rematchVoted"} [event] LobbyEvent event
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LobbyEvent.
         * @memberof gatehouse
         * @interface ILobbyEvent
         * @augments gatehouse.LobbyEvent.$Properties
         * @deprecated Use gatehouse.LobbyEvent.$Properties instead.
         */

        /**
         * Narrowed shape of a LobbyEvent.
         * @typedef {{
         *   memberJoined?: gatehouse.LobbyMember.$Shape|null;
         *   memberLeft?: string|null;
         *   readyChanged?: gatehouse.LobbyMember.$Shape|null;
         *   hostChanged?: string|null;
         *   chat?: gatehouse.ChatLine.$Shape|null;
         *   starting?: string|null;
         *   started?: string|null;
         *   startFailed?: gatehouse.StartFailed.$Shape|null;
         *   roundEnded?: gatehouse.RoundEnded.$Shape|null;
         *   closed?: string|null;
         *   memberKicked?: gatehouse.MemberKicked.$Shape|null;
         *   settingsChanged?: gatehouse.RoomSettings.$Shape|null;
         *   rematchVoted?: gatehouse.RematchVote.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ event?: undefined; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "memberJoined"; memberJoined: gatehouse.LobbyMember.$Shape; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "memberLeft"; memberJoined?: null; memberLeft: string; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "readyChanged"; memberJoined?: null; memberLeft?: null; readyChanged: gatehouse.LobbyMember.$Shape; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "hostChanged"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged: string; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "chat"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat: gatehouse.ChatLine.$Shape; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "starting"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting: string; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "started"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started: string; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "startFailed"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed: gatehouse.StartFailed.$Shape; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "roundEnded"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded: gatehouse.RoundEnded.$Shape; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "closed"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed: string; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "memberKicked"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked: gatehouse.MemberKicked.$Shape; settingsChanged?: null; rematchVoted?: null }|{ event?: "settingsChanged"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged: gatehouse.RoomSettings.$Shape; rematchVoted?: null }|{ event?: "rematchVoted"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted: gatehouse.RematchVote.$Shape })
         * )} gatehouse.LobbyEvent.$Shape
         */

        /**
         * Constructs a new LobbyEvent.
         * @memberof gatehouse
         * @classdesc Represents a LobbyEvent.
         * @constructor
         * @param {gatehouse.LobbyEvent.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LobbyEvent = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LobbyEvent memberJoined.
         * @member {gatehouse.LobbyMember.$Properties|null|undefined} memberJoined
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.memberJoined = null;

        /**
         * LobbyEvent memberLeft.
         * @member {string|null|undefined} memberLeft
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.memberLeft = null;

        /**
         * LobbyEvent readyChanged.
         * @member {gatehouse.LobbyMember.$Properties|null|undefined} readyChanged
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.readyChanged = null;

        /**
         * LobbyEvent hostChanged.
         * @member {string|null|undefined} hostChanged
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.hostChanged = null;

        /**
         * LobbyEvent chat.
         * @member {gatehouse.ChatLine.$Properties|null|undefined} chat
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.chat = null;

        /**
         * LobbyEvent starting.
         * @member {string|null|undefined} starting
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.starting = null;

        /**
         * LobbyEvent started.
         * @member {string|null|undefined} started
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.started = null;

        /**
         * LobbyEvent startFailed.
         * @member {gatehouse.StartFailed.$Properties|null|undefined} startFailed
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.startFailed = null;

        /**
         * LobbyEvent roundEnded.
         * @member {gatehouse.RoundEnded.$Properties|null|undefined} roundEnded
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.roundEnded = null;

        /**
         * LobbyEvent closed.
         * @member {string|null|undefined} closed
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.closed = null;

        /**
         * LobbyEvent memberKicked.
         * @member {gatehouse.MemberKicked.$Properties|null|undefined} memberKicked
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.memberKicked = null;

        /**
         * LobbyEvent settingsChanged.
         * @member {gatehouse.RoomSettings.$Properties|null|undefined} settingsChanged
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.settingsChanged = null;

        /**
         * LobbyEvent rematchVoted.
         * @member {gatehouse.RematchVote.$Properties|null|undefined} rematchVoted
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        LobbyEvent.prototype.rematchVoted = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * LobbyEvent event.
         * @member {"memberJoined"|"memberLeft"|"readyChanged"|"hostChanged"|"chat"|"starting"|"started"|"startFailed"|"roundEnded"|"closed"|"memberKicked"|"settingsChanged"|"rematchVoted"|undefined} event
         * @memberof gatehouse.LobbyEvent
         * @instance
         */
        $Object.defineProperty(LobbyEvent.prototype, "event", {
            get: $util.oneOfGetter($oneOfFields = ["memberJoined", "memberLeft", "readyChanged", "hostChanged", "chat", "starting", "started", "startFailed", "roundEnded", "closed", "memberKicked", "settingsChanged", "rematchVoted"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new LobbyEvent instance using the specified properties.
         * @function create
         * @memberof gatehouse.LobbyEvent
         * @static
         * @param {gatehouse.LobbyEvent.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LobbyEvent} LobbyEvent instance
         * @type {{
         *   (properties: gatehouse.LobbyEvent.$Shape): gatehouse.LobbyEvent & gatehouse.LobbyEvent.$Shape;
         *   (properties?: gatehouse.LobbyEvent.$Properties): gatehouse.LobbyEvent;
         * }}
         */
        LobbyEvent.create = function(properties) {
            return new LobbyEvent(properties);
        };

        /**
         * Encodes the specified LobbyEvent message. Does not implicitly {@link gatehouse.LobbyEvent.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LobbyEvent
         * @static
         * @param {gatehouse.LobbyEvent.$Properties} message LobbyEvent message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LobbyEvent.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.memberJoined != null && $Object.hasOwnProperty.call(message, "memberJoined"))
                $root.gatehouse.LobbyMember.encode(message.memberJoined, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.memberLeft != null && $Object.hasOwnProperty.call(message, "memberLeft"))
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.memberLeft);
            if (message.readyChanged != null && $Object.hasOwnProperty.call(message, "readyChanged"))
                $root.gatehouse.LobbyMember.encode(message.readyChanged, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.hostChanged != null && $Object.hasOwnProperty.call(message, "hostChanged"))
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.hostChanged);
            if (message.chat != null && $Object.hasOwnProperty.call(message, "chat"))
                $root.gatehouse.ChatLine.encode(message.chat, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.starting != null && $Object.hasOwnProperty.call(message, "starting"))
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.starting);
            if (message.started != null && $Object.hasOwnProperty.call(message, "started"))
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.started);
            if (message.startFailed != null && $Object.hasOwnProperty.call(message, "startFailed"))
                $root.gatehouse.StartFailed.encode(message.startFailed, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.roundEnded != null && $Object.hasOwnProperty.call(message, "roundEnded"))
                $root.gatehouse.RoundEnded.encode(message.roundEnded, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.closed != null && $Object.hasOwnProperty.call(message, "closed"))
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.closed);
            if (message.memberKicked != null && $Object.hasOwnProperty.call(message, "memberKicked"))
                $root.gatehouse.MemberKicked.encode(message.memberKicked, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
            if (message.settingsChanged != null && $Object.hasOwnProperty.call(message, "settingsChanged"))
                $root.gatehouse.RoomSettings.encode(message.settingsChanged, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.rematchVoted != null && $Object.hasOwnProperty.call(message, "rematchVoted"))
                $root.gatehouse.RematchVote.encode(message.rematchVoted, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LobbyEvent message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LobbyEvent
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LobbyEvent & gatehouse.LobbyEvent.$Shape} LobbyEvent
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LobbyEvent.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LobbyEvent();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.memberJoined = $root.gatehouse.LobbyMember.decode(reader, reader.size(), $undefined, _depth + 1, message.memberJoined);
                        message.event = "memberJoined";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.memberLeft = reader.stringVerify();
                        message.event = "memberLeft";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.readyChanged = $root.gatehouse.LobbyMember.decode(reader, reader.size(), $undefined, _depth + 1, message.readyChanged);
                        message.event = "readyChanged";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.hostChanged = reader.stringVerify();
                        message.event = "hostChanged";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.chat = $root.gatehouse.ChatLine.decode(reader, reader.size(), $undefined, _depth + 1, message.chat);
                        message.event = "chat";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.starting = reader.stringVerify();
                        message.event = "starting";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.started = reader.stringVerify();
                        message.event = "started";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.startFailed = $root.gatehouse.StartFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.startFailed);
                        message.event = "startFailed";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.roundEnded = $root.gatehouse.RoundEnded.decode(reader, reader.size(), $undefined, _depth + 1, message.roundEnded);
                        message.event = "roundEnded";
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.closed = reader.stringVerify();
                        message.event = "closed";
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.memberKicked = $root.gatehouse.MemberKicked.decode(reader, reader.size(), $undefined, _depth + 1, message.memberKicked);
                        message.event = "memberKicked";
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.settingsChanged = $root.gatehouse.RoomSettings.decode(reader, reader.size(), $undefined, _depth + 1, message.settingsChanged);
                        message.event = "settingsChanged";
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        message.rematchVoted = $root.gatehouse.RematchVote.decode(reader, reader.size(), $undefined, _depth + 1, message.rematchVoted);
                        message.event = "rematchVoted";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LobbyEvent;
    })();

    gatehouse.ChatLine = (function() {

        /**
         * Properties of a ChatLine.
         * @typedef {Object} gatehouse.ChatLine.$Properties
         * @property {string|null} [userId] ChatLine userId
         * @property {string|null} [name] ChatLine name
         * @property {string|null} [text] ChatLine text
         * @property {number|null} [atMs] ChatLine atMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ChatLine.
         * @memberof gatehouse
         * @interface IChatLine
         * @augments gatehouse.ChatLine.$Properties
         * @deprecated Use gatehouse.ChatLine.$Properties instead.
         */

        /**
         * Shape of a ChatLine.
         * @typedef {gatehouse.ChatLine.$Properties} gatehouse.ChatLine.$Shape
         */

        /**
         * Constructs a new ChatLine.
         * @memberof gatehouse
         * @classdesc Represents a ChatLine.
         * @constructor
         * @param {gatehouse.ChatLine.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ChatLine = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ChatLine userId.
         * @member {string} userId
         * @memberof gatehouse.ChatLine
         * @instance
         */
        ChatLine.prototype.userId = "";

        /**
         * ChatLine name.
         * @member {string} name
         * @memberof gatehouse.ChatLine
         * @instance
         */
        ChatLine.prototype.name = "";

        /**
         * ChatLine text.
         * @member {string} text
         * @memberof gatehouse.ChatLine
         * @instance
         */
        ChatLine.prototype.text = "";

        /**
         * ChatLine atMs.
         * @member {number} atMs
         * @memberof gatehouse.ChatLine
         * @instance
         */
        ChatLine.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new ChatLine instance using the specified properties.
         * @function create
         * @memberof gatehouse.ChatLine
         * @static
         * @param {gatehouse.ChatLine.$Properties=} [properties] Properties to set
         * @returns {gatehouse.ChatLine} ChatLine instance
         * @type {{
         *   (properties: gatehouse.ChatLine.$Shape): gatehouse.ChatLine & gatehouse.ChatLine.$Shape;
         *   (properties?: gatehouse.ChatLine.$Properties): gatehouse.ChatLine;
         * }}
         */
        ChatLine.create = function(properties) {
            return new ChatLine(properties);
        };

        /**
         * Encodes the specified ChatLine message. Does not implicitly {@link gatehouse.ChatLine.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.ChatLine
         * @static
         * @param {gatehouse.ChatLine.$Properties} message ChatLine message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ChatLine.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.text);
            if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.atMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ChatLine message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.ChatLine
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.ChatLine & gatehouse.ChatLine.$Shape} ChatLine
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ChatLine.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.ChatLine();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.atMs = value;
                        else
                            delete message.atMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ChatLine;
    })();

    gatehouse.StartFailed = (function() {

        /**
         * Properties of a StartFailed.
         * @typedef {Object} gatehouse.StartFailed.$Properties
         * @property {string|null} [code] StartFailed code
         * @property {string|null} [message] StartFailed message
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StartFailed.
         * @memberof gatehouse
         * @interface IStartFailed
         * @augments gatehouse.StartFailed.$Properties
         * @deprecated Use gatehouse.StartFailed.$Properties instead.
         */

        /**
         * Shape of a StartFailed.
         * @typedef {gatehouse.StartFailed.$Properties} gatehouse.StartFailed.$Shape
         */

        /**
         * Constructs a new StartFailed.
         * @memberof gatehouse
         * @classdesc Represents a StartFailed.
         * @constructor
         * @param {gatehouse.StartFailed.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StartFailed = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * StartFailed code.
         * @member {string} code
         * @memberof gatehouse.StartFailed
         * @instance
         */
        StartFailed.prototype.code = "";

        /**
         * StartFailed message.
         * @member {string} message
         * @memberof gatehouse.StartFailed
         * @instance
         */
        StartFailed.prototype.message = "";

        /**
         * Creates a new StartFailed instance using the specified properties.
         * @function create
         * @memberof gatehouse.StartFailed
         * @static
         * @param {gatehouse.StartFailed.$Properties=} [properties] Properties to set
         * @returns {gatehouse.StartFailed} StartFailed instance
         * @type {{
         *   (properties: gatehouse.StartFailed.$Shape): gatehouse.StartFailed & gatehouse.StartFailed.$Shape;
         *   (properties?: gatehouse.StartFailed.$Properties): gatehouse.StartFailed;
         * }}
         */
        StartFailed.create = function(properties) {
            return new StartFailed(properties);
        };

        /**
         * Encodes the specified StartFailed message. Does not implicitly {@link gatehouse.StartFailed.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.StartFailed
         * @static
         * @param {gatehouse.StartFailed.$Properties} message StartFailed message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StartFailed.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StartFailed message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.StartFailed
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.StartFailed & gatehouse.StartFailed.$Shape} StartFailed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StartFailed.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.StartFailed();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StartFailed;
    })();

    gatehouse.RoundEnded = (function() {

        /**
         * Properties of a RoundEnded.
         * @typedef {Object} gatehouse.RoundEnded.$Properties
         * @property {string|null} [roomId] RoundEnded roomId
         * @property {string|null} [why] RoundEnded why
         * @property {Uint8Array|null} [result] RoundEnded result
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RoundEnded.
         * @memberof gatehouse
         * @interface IRoundEnded
         * @augments gatehouse.RoundEnded.$Properties
         * @deprecated Use gatehouse.RoundEnded.$Properties instead.
         */

        /**
         * Shape of a RoundEnded.
         * @typedef {gatehouse.RoundEnded.$Properties} gatehouse.RoundEnded.$Shape
         */

        /**
         * Constructs a new RoundEnded.
         * @memberof gatehouse
         * @classdesc Represents a RoundEnded.
         * @constructor
         * @param {gatehouse.RoundEnded.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RoundEnded = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RoundEnded roomId.
         * @member {string} roomId
         * @memberof gatehouse.RoundEnded
         * @instance
         */
        RoundEnded.prototype.roomId = "";

        /**
         * RoundEnded why.
         * @member {string} why
         * @memberof gatehouse.RoundEnded
         * @instance
         */
        RoundEnded.prototype.why = "";

        /**
         * RoundEnded result.
         * @member {Uint8Array} result
         * @memberof gatehouse.RoundEnded
         * @instance
         */
        RoundEnded.prototype.result = $util.newBuffer([]);

        /**
         * Creates a new RoundEnded instance using the specified properties.
         * @function create
         * @memberof gatehouse.RoundEnded
         * @static
         * @param {gatehouse.RoundEnded.$Properties=} [properties] Properties to set
         * @returns {gatehouse.RoundEnded} RoundEnded instance
         * @type {{
         *   (properties: gatehouse.RoundEnded.$Shape): gatehouse.RoundEnded & gatehouse.RoundEnded.$Shape;
         *   (properties?: gatehouse.RoundEnded.$Properties): gatehouse.RoundEnded;
         * }}
         */
        RoundEnded.create = function(properties) {
            return new RoundEnded(properties);
        };

        /**
         * Encodes the specified RoundEnded message. Does not implicitly {@link gatehouse.RoundEnded.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.RoundEnded
         * @static
         * @param {gatehouse.RoundEnded.$Properties} message RoundEnded message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RoundEnded.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.roomId);
            if (message.why != null && $Object.hasOwnProperty.call(message, "why") && message.why !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.why);
            if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.result);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RoundEnded message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.RoundEnded
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.RoundEnded & gatehouse.RoundEnded.$Shape} RoundEnded
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RoundEnded.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.RoundEnded();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.why = value;
                        else
                            delete message.why;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.result = value;
                        else
                            delete message.result;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RoundEnded;
    })();

    gatehouse.KickMember = (function() {

        /**
         * Properties of a KickMember.
         * @typedef {Object} gatehouse.KickMember.$Properties
         * @property {string|null} [userId] KickMember userId
         * @property {string|null} [reason] KickMember reason
         * @property {string|null} [ban] KickMember ban
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KickMember.
         * @memberof gatehouse
         * @interface IKickMember
         * @augments gatehouse.KickMember.$Properties
         * @deprecated Use gatehouse.KickMember.$Properties instead.
         */

        /**
         * Shape of a KickMember.
         * @typedef {gatehouse.KickMember.$Properties} gatehouse.KickMember.$Shape
         */

        /**
         * Constructs a new KickMember.
         * @memberof gatehouse
         * @classdesc Represents a KickMember.
         * @constructor
         * @param {gatehouse.KickMember.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KickMember = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KickMember userId.
         * @member {string} userId
         * @memberof gatehouse.KickMember
         * @instance
         */
        KickMember.prototype.userId = "";

        /**
         * KickMember reason.
         * @member {string} reason
         * @memberof gatehouse.KickMember
         * @instance
         */
        KickMember.prototype.reason = "";

        /**
         * KickMember ban.
         * @member {string} ban
         * @memberof gatehouse.KickMember
         * @instance
         */
        KickMember.prototype.ban = "";

        /**
         * Creates a new KickMember instance using the specified properties.
         * @function create
         * @memberof gatehouse.KickMember
         * @static
         * @param {gatehouse.KickMember.$Properties=} [properties] Properties to set
         * @returns {gatehouse.KickMember} KickMember instance
         * @type {{
         *   (properties: gatehouse.KickMember.$Shape): gatehouse.KickMember & gatehouse.KickMember.$Shape;
         *   (properties?: gatehouse.KickMember.$Properties): gatehouse.KickMember;
         * }}
         */
        KickMember.create = function(properties) {
            return new KickMember(properties);
        };

        /**
         * Encodes the specified KickMember message. Does not implicitly {@link gatehouse.KickMember.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.KickMember
         * @static
         * @param {gatehouse.KickMember.$Properties} message KickMember message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KickMember.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
            if (message.ban != null && $Object.hasOwnProperty.call(message, "ban") && message.ban !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.ban);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a KickMember message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.KickMember
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.KickMember & gatehouse.KickMember.$Shape} KickMember
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KickMember.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.KickMember();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.ban = value;
                        else
                            delete message.ban;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return KickMember;
    })();

    gatehouse.HandOver = (function() {

        /**
         * Properties of a HandOver.
         * @typedef {Object} gatehouse.HandOver.$Properties
         * @property {string|null} [userId] HandOver userId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HandOver.
         * @memberof gatehouse
         * @interface IHandOver
         * @augments gatehouse.HandOver.$Properties
         * @deprecated Use gatehouse.HandOver.$Properties instead.
         */

        /**
         * Shape of a HandOver.
         * @typedef {gatehouse.HandOver.$Properties} gatehouse.HandOver.$Shape
         */

        /**
         * Constructs a new HandOver.
         * @memberof gatehouse
         * @classdesc Represents a HandOver.
         * @constructor
         * @param {gatehouse.HandOver.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HandOver = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HandOver userId.
         * @member {string} userId
         * @memberof gatehouse.HandOver
         * @instance
         */
        HandOver.prototype.userId = "";

        /**
         * Creates a new HandOver instance using the specified properties.
         * @function create
         * @memberof gatehouse.HandOver
         * @static
         * @param {gatehouse.HandOver.$Properties=} [properties] Properties to set
         * @returns {gatehouse.HandOver} HandOver instance
         * @type {{
         *   (properties: gatehouse.HandOver.$Shape): gatehouse.HandOver & gatehouse.HandOver.$Shape;
         *   (properties?: gatehouse.HandOver.$Properties): gatehouse.HandOver;
         * }}
         */
        HandOver.create = function(properties) {
            return new HandOver(properties);
        };

        /**
         * Encodes the specified HandOver message. Does not implicitly {@link gatehouse.HandOver.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.HandOver
         * @static
         * @param {gatehouse.HandOver.$Properties} message HandOver message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HandOver.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a HandOver message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.HandOver
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.HandOver & gatehouse.HandOver.$Shape} HandOver
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HandOver.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.HandOver();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return HandOver;
    })();

    gatehouse.ChangeSettings = (function() {

        /**
         * Properties of a ChangeSettings.
         * @typedef {Object} gatehouse.ChangeSettings.$Properties
         * @property {string|null} [name] ChangeSettings name
         * @property {number|null} [maxMembers] ChangeSettings maxMembers
         * @property {string|null} [options] ChangeSettings options
         * @property {string|null} [metadata] ChangeSettings metadata
         * @property {boolean|null} [locked] ChangeSettings locked
         * @property {boolean|null} [unlisted] ChangeSettings unlisted
         * @property {string|null} [password] ChangeSettings password
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ChangeSettings.
         * @memberof gatehouse
         * @interface IChangeSettings
         * @augments gatehouse.ChangeSettings.$Properties
         * @deprecated Use gatehouse.ChangeSettings.$Properties instead.
         */

        /**
         * Shape of a ChangeSettings.
         * @typedef {gatehouse.ChangeSettings.$Properties} gatehouse.ChangeSettings.$Shape
         */

        /**
         * Constructs a new ChangeSettings.
         * @memberof gatehouse
         * @classdesc Represents a ChangeSettings.
         * @constructor
         * @param {gatehouse.ChangeSettings.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ChangeSettings = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ChangeSettings name.
         * @member {string|null|undefined} name
         * @memberof gatehouse.ChangeSettings
         * @instance
         */
        ChangeSettings.prototype.name = null;

        /**
         * ChangeSettings maxMembers.
         * @member {number|null|undefined} maxMembers
         * @memberof gatehouse.ChangeSettings
         * @instance
         */
        ChangeSettings.prototype.maxMembers = null;

        /**
         * ChangeSettings options.
         * @member {string|null|undefined} options
         * @memberof gatehouse.ChangeSettings
         * @instance
         */
        ChangeSettings.prototype.options = null;

        /**
         * ChangeSettings metadata.
         * @member {string|null|undefined} metadata
         * @memberof gatehouse.ChangeSettings
         * @instance
         */
        ChangeSettings.prototype.metadata = null;

        /**
         * ChangeSettings locked.
         * @member {boolean|null|undefined} locked
         * @memberof gatehouse.ChangeSettings
         * @instance
         */
        ChangeSettings.prototype.locked = null;

        /**
         * ChangeSettings unlisted.
         * @member {boolean|null|undefined} unlisted
         * @memberof gatehouse.ChangeSettings
         * @instance
         */
        ChangeSettings.prototype.unlisted = null;

        /**
         * ChangeSettings password.
         * @member {string|null|undefined} password
         * @memberof gatehouse.ChangeSettings
         * @instance
         */
        ChangeSettings.prototype.password = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ChangeSettings.prototype, "_name", {
            get: $util.oneOfGetter($oneOfFields = ["name"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ChangeSettings.prototype, "_maxMembers", {
            get: $util.oneOfGetter($oneOfFields = ["maxMembers"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ChangeSettings.prototype, "_options", {
            get: $util.oneOfGetter($oneOfFields = ["options"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ChangeSettings.prototype, "_metadata", {
            get: $util.oneOfGetter($oneOfFields = ["metadata"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ChangeSettings.prototype, "_locked", {
            get: $util.oneOfGetter($oneOfFields = ["locked"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ChangeSettings.prototype, "_unlisted", {
            get: $util.oneOfGetter($oneOfFields = ["unlisted"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ChangeSettings.prototype, "_password", {
            get: $util.oneOfGetter($oneOfFields = ["password"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new ChangeSettings instance using the specified properties.
         * @function create
         * @memberof gatehouse.ChangeSettings
         * @static
         * @param {gatehouse.ChangeSettings.$Properties=} [properties] Properties to set
         * @returns {gatehouse.ChangeSettings} ChangeSettings instance
         * @type {{
         *   (properties: gatehouse.ChangeSettings.$Shape): gatehouse.ChangeSettings & gatehouse.ChangeSettings.$Shape;
         *   (properties?: gatehouse.ChangeSettings.$Properties): gatehouse.ChangeSettings;
         * }}
         */
        ChangeSettings.create = function(properties) {
            return new ChangeSettings(properties);
        };

        /**
         * Encodes the specified ChangeSettings message. Does not implicitly {@link gatehouse.ChangeSettings.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.ChangeSettings
         * @static
         * @param {gatehouse.ChangeSettings.$Properties} message ChangeSettings message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ChangeSettings.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.maxMembers != null && $Object.hasOwnProperty.call(message, "maxMembers"))
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.maxMembers);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options"))
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.options);
            if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.metadata);
            if (message.locked != null && $Object.hasOwnProperty.call(message, "locked"))
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.locked);
            if (message.unlisted != null && $Object.hasOwnProperty.call(message, "unlisted"))
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.unlisted);
            if (message.password != null && $Object.hasOwnProperty.call(message, "password"))
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.password);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ChangeSettings message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.ChangeSettings
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.ChangeSettings & gatehouse.ChangeSettings.$Shape} ChangeSettings
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ChangeSettings.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.ChangeSettings();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.name = reader.stringVerify();
                        message._name = "name";
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        message.maxMembers = reader.uint32();
                        message._maxMembers = "maxMembers";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.options = reader.stringVerify();
                        message._options = "options";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.metadata = reader.stringVerify();
                        message._metadata = "metadata";
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        message.locked = reader.bool();
                        message._locked = "locked";
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        message.unlisted = reader.bool();
                        message._unlisted = "unlisted";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.password = reader.stringVerify();
                        message._password = "password";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ChangeSettings;
    })();

    gatehouse.WatchRooms = (function() {

        /**
         * Properties of a WatchRooms.
         * @typedef {Object} gatehouse.WatchRooms.$Properties
         * @property {boolean|null} [stop] WatchRooms stop
         * @property {gatehouse.ListLobbyRooms.$Properties|null} [filter] WatchRooms filter
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a WatchRooms.
         * @memberof gatehouse
         * @interface IWatchRooms
         * @augments gatehouse.WatchRooms.$Properties
         * @deprecated Use gatehouse.WatchRooms.$Properties instead.
         */

        /**
         * Shape of a WatchRooms.
         * @typedef {gatehouse.WatchRooms.$Properties} gatehouse.WatchRooms.$Shape
         */

        /**
         * Constructs a new WatchRooms.
         * @memberof gatehouse
         * @classdesc Represents a WatchRooms.
         * @constructor
         * @param {gatehouse.WatchRooms.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const WatchRooms = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * WatchRooms stop.
         * @member {boolean} stop
         * @memberof gatehouse.WatchRooms
         * @instance
         */
        WatchRooms.prototype.stop = false;

        /**
         * WatchRooms filter.
         * @member {gatehouse.ListLobbyRooms.$Properties|null|undefined} filter
         * @memberof gatehouse.WatchRooms
         * @instance
         */
        WatchRooms.prototype.filter = null;

        /**
         * Creates a new WatchRooms instance using the specified properties.
         * @function create
         * @memberof gatehouse.WatchRooms
         * @static
         * @param {gatehouse.WatchRooms.$Properties=} [properties] Properties to set
         * @returns {gatehouse.WatchRooms} WatchRooms instance
         * @type {{
         *   (properties: gatehouse.WatchRooms.$Shape): gatehouse.WatchRooms & gatehouse.WatchRooms.$Shape;
         *   (properties?: gatehouse.WatchRooms.$Properties): gatehouse.WatchRooms;
         * }}
         */
        WatchRooms.create = function(properties) {
            return new WatchRooms(properties);
        };

        /**
         * Encodes the specified WatchRooms message. Does not implicitly {@link gatehouse.WatchRooms.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.WatchRooms
         * @static
         * @param {gatehouse.WatchRooms.$Properties} message WatchRooms message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        WatchRooms.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stop != null && $Object.hasOwnProperty.call(message, "stop") && message.stop !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.stop);
            if (message.filter != null && $Object.hasOwnProperty.call(message, "filter"))
                $root.gatehouse.ListLobbyRooms.encode(message.filter, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a WatchRooms message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.WatchRooms
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.WatchRooms & gatehouse.WatchRooms.$Shape} WatchRooms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        WatchRooms.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.WatchRooms();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.stop = value;
                        else
                            delete message.stop;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.filter = $root.gatehouse.ListLobbyRooms.decode(reader, reader.size(), $undefined, _depth + 1, message.filter);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return WatchRooms;
    })();

    gatehouse.JoinByCode = (function() {

        /**
         * Properties of a JoinByCode.
         * @typedef {Object} gatehouse.JoinByCode.$Properties
         * @property {string|null} [code] JoinByCode code
         * @property {boolean|null} [spectator] JoinByCode spectator
         * @property {string|null} [playerOptions] JoinByCode playerOptions
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JoinByCode.
         * @memberof gatehouse
         * @interface IJoinByCode
         * @augments gatehouse.JoinByCode.$Properties
         * @deprecated Use gatehouse.JoinByCode.$Properties instead.
         */

        /**
         * Shape of a JoinByCode.
         * @typedef {gatehouse.JoinByCode.$Properties} gatehouse.JoinByCode.$Shape
         */

        /**
         * Constructs a new JoinByCode.
         * @memberof gatehouse
         * @classdesc Represents a JoinByCode.
         * @constructor
         * @param {gatehouse.JoinByCode.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JoinByCode = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JoinByCode code.
         * @member {string} code
         * @memberof gatehouse.JoinByCode
         * @instance
         */
        JoinByCode.prototype.code = "";

        /**
         * JoinByCode spectator.
         * @member {boolean} spectator
         * @memberof gatehouse.JoinByCode
         * @instance
         */
        JoinByCode.prototype.spectator = false;

        /**
         * JoinByCode playerOptions.
         * @member {string} playerOptions
         * @memberof gatehouse.JoinByCode
         * @instance
         */
        JoinByCode.prototype.playerOptions = "";

        /**
         * Creates a new JoinByCode instance using the specified properties.
         * @function create
         * @memberof gatehouse.JoinByCode
         * @static
         * @param {gatehouse.JoinByCode.$Properties=} [properties] Properties to set
         * @returns {gatehouse.JoinByCode} JoinByCode instance
         * @type {{
         *   (properties: gatehouse.JoinByCode.$Shape): gatehouse.JoinByCode & gatehouse.JoinByCode.$Shape;
         *   (properties?: gatehouse.JoinByCode.$Properties): gatehouse.JoinByCode;
         * }}
         */
        JoinByCode.create = function(properties) {
            return new JoinByCode(properties);
        };

        /**
         * Encodes the specified JoinByCode message. Does not implicitly {@link gatehouse.JoinByCode.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.JoinByCode
         * @static
         * @param {gatehouse.JoinByCode.$Properties} message JoinByCode message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JoinByCode.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
            if (message.spectator != null && $Object.hasOwnProperty.call(message, "spectator") && message.spectator !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.spectator);
            if (message.playerOptions != null && $Object.hasOwnProperty.call(message, "playerOptions") && message.playerOptions !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.playerOptions);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JoinByCode message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.JoinByCode
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.JoinByCode & gatehouse.JoinByCode.$Shape} JoinByCode
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JoinByCode.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.JoinByCode();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.spectator = value;
                        else
                            delete message.spectator;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.playerOptions = value;
                        else
                            delete message.playerOptions;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return JoinByCode;
    })();

    gatehouse.SayDirect = (function() {

        /**
         * Properties of a SayDirect.
         * @typedef {Object} gatehouse.SayDirect.$Properties
         * @property {string|null} [userId] SayDirect userId
         * @property {string|null} [text] SayDirect text
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SayDirect.
         * @memberof gatehouse
         * @interface ISayDirect
         * @augments gatehouse.SayDirect.$Properties
         * @deprecated Use gatehouse.SayDirect.$Properties instead.
         */

        /**
         * Shape of a SayDirect.
         * @typedef {gatehouse.SayDirect.$Properties} gatehouse.SayDirect.$Shape
         */

        /**
         * Constructs a new SayDirect.
         * @memberof gatehouse
         * @classdesc Represents a SayDirect.
         * @constructor
         * @param {gatehouse.SayDirect.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SayDirect = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SayDirect userId.
         * @member {string} userId
         * @memberof gatehouse.SayDirect
         * @instance
         */
        SayDirect.prototype.userId = "";

        /**
         * SayDirect text.
         * @member {string} text
         * @memberof gatehouse.SayDirect
         * @instance
         */
        SayDirect.prototype.text = "";

        /**
         * Creates a new SayDirect instance using the specified properties.
         * @function create
         * @memberof gatehouse.SayDirect
         * @static
         * @param {gatehouse.SayDirect.$Properties=} [properties] Properties to set
         * @returns {gatehouse.SayDirect} SayDirect instance
         * @type {{
         *   (properties: gatehouse.SayDirect.$Shape): gatehouse.SayDirect & gatehouse.SayDirect.$Shape;
         *   (properties?: gatehouse.SayDirect.$Properties): gatehouse.SayDirect;
         * }}
         */
        SayDirect.create = function(properties) {
            return new SayDirect(properties);
        };

        /**
         * Encodes the specified SayDirect message. Does not implicitly {@link gatehouse.SayDirect.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.SayDirect
         * @static
         * @param {gatehouse.SayDirect.$Properties} message SayDirect message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SayDirect.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.text);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SayDirect message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.SayDirect
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.SayDirect & gatehouse.SayDirect.$Shape} SayDirect
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SayDirect.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.SayDirect();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SayDirect;
    })();

    gatehouse.AddBot = (function() {

        /**
         * Properties of an AddBot.
         * @typedef {Object} gatehouse.AddBot.$Properties
         * @property {string|null} [name] AddBot name
         * @property {string|null} [options] AddBot options
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AddBot.
         * @memberof gatehouse
         * @interface IAddBot
         * @augments gatehouse.AddBot.$Properties
         * @deprecated Use gatehouse.AddBot.$Properties instead.
         */

        /**
         * Shape of an AddBot.
         * @typedef {gatehouse.AddBot.$Properties} gatehouse.AddBot.$Shape
         */

        /**
         * Constructs a new AddBot.
         * @memberof gatehouse
         * @classdesc Represents an AddBot.
         * @constructor
         * @param {gatehouse.AddBot.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AddBot = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AddBot name.
         * @member {string} name
         * @memberof gatehouse.AddBot
         * @instance
         */
        AddBot.prototype.name = "";

        /**
         * AddBot options.
         * @member {string} options
         * @memberof gatehouse.AddBot
         * @instance
         */
        AddBot.prototype.options = "";

        /**
         * Creates a new AddBot instance using the specified properties.
         * @function create
         * @memberof gatehouse.AddBot
         * @static
         * @param {gatehouse.AddBot.$Properties=} [properties] Properties to set
         * @returns {gatehouse.AddBot} AddBot instance
         * @type {{
         *   (properties: gatehouse.AddBot.$Shape): gatehouse.AddBot & gatehouse.AddBot.$Shape;
         *   (properties?: gatehouse.AddBot.$Properties): gatehouse.AddBot;
         * }}
         */
        AddBot.create = function(properties) {
            return new AddBot(properties);
        };

        /**
         * Encodes the specified AddBot message. Does not implicitly {@link gatehouse.AddBot.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.AddBot
         * @static
         * @param {gatehouse.AddBot.$Properties} message AddBot message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AddBot.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options") && message.options !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.options);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AddBot message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.AddBot
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.AddBot & gatehouse.AddBot.$Shape} AddBot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AddBot.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.AddBot();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.options = value;
                        else
                            delete message.options;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return AddBot;
    })();

    gatehouse.RemoveBot = (function() {

        /**
         * Properties of a RemoveBot.
         * @typedef {Object} gatehouse.RemoveBot.$Properties
         * @property {string|null} [userId] RemoveBot userId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RemoveBot.
         * @memberof gatehouse
         * @interface IRemoveBot
         * @augments gatehouse.RemoveBot.$Properties
         * @deprecated Use gatehouse.RemoveBot.$Properties instead.
         */

        /**
         * Shape of a RemoveBot.
         * @typedef {gatehouse.RemoveBot.$Properties} gatehouse.RemoveBot.$Shape
         */

        /**
         * Constructs a new RemoveBot.
         * @memberof gatehouse
         * @classdesc Represents a RemoveBot.
         * @constructor
         * @param {gatehouse.RemoveBot.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RemoveBot = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RemoveBot userId.
         * @member {string} userId
         * @memberof gatehouse.RemoveBot
         * @instance
         */
        RemoveBot.prototype.userId = "";

        /**
         * Creates a new RemoveBot instance using the specified properties.
         * @function create
         * @memberof gatehouse.RemoveBot
         * @static
         * @param {gatehouse.RemoveBot.$Properties=} [properties] Properties to set
         * @returns {gatehouse.RemoveBot} RemoveBot instance
         * @type {{
         *   (properties: gatehouse.RemoveBot.$Shape): gatehouse.RemoveBot & gatehouse.RemoveBot.$Shape;
         *   (properties?: gatehouse.RemoveBot.$Properties): gatehouse.RemoveBot;
         * }}
         */
        RemoveBot.create = function(properties) {
            return new RemoveBot(properties);
        };

        /**
         * Encodes the specified RemoveBot message. Does not implicitly {@link gatehouse.RemoveBot.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.RemoveBot
         * @static
         * @param {gatehouse.RemoveBot.$Properties} message RemoveBot message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RemoveBot.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RemoveBot message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.RemoveBot
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.RemoveBot & gatehouse.RemoveBot.$Shape} RemoveBot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RemoveBot.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.RemoveBot();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RemoveBot;
    })();

    gatehouse.VoteRematch = (function() {

        /**
         * Properties of a VoteRematch.
         * @typedef {Object} gatehouse.VoteRematch.$Properties
         * @property {boolean|null} [yes] VoteRematch yes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a VoteRematch.
         * @memberof gatehouse
         * @interface IVoteRematch
         * @augments gatehouse.VoteRematch.$Properties
         * @deprecated Use gatehouse.VoteRematch.$Properties instead.
         */

        /**
         * Shape of a VoteRematch.
         * @typedef {gatehouse.VoteRematch.$Properties} gatehouse.VoteRematch.$Shape
         */

        /**
         * Constructs a new VoteRematch.
         * @memberof gatehouse
         * @classdesc Represents a VoteRematch.
         * @constructor
         * @param {gatehouse.VoteRematch.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const VoteRematch = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * VoteRematch yes.
         * @member {boolean} yes
         * @memberof gatehouse.VoteRematch
         * @instance
         */
        VoteRematch.prototype.yes = false;

        /**
         * Creates a new VoteRematch instance using the specified properties.
         * @function create
         * @memberof gatehouse.VoteRematch
         * @static
         * @param {gatehouse.VoteRematch.$Properties=} [properties] Properties to set
         * @returns {gatehouse.VoteRematch} VoteRematch instance
         * @type {{
         *   (properties: gatehouse.VoteRematch.$Shape): gatehouse.VoteRematch & gatehouse.VoteRematch.$Shape;
         *   (properties?: gatehouse.VoteRematch.$Properties): gatehouse.VoteRematch;
         * }}
         */
        VoteRematch.create = function(properties) {
            return new VoteRematch(properties);
        };

        /**
         * Encodes the specified VoteRematch message. Does not implicitly {@link gatehouse.VoteRematch.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.VoteRematch
         * @static
         * @param {gatehouse.VoteRematch.$Properties} message VoteRematch message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        VoteRematch.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.yes != null && $Object.hasOwnProperty.call(message, "yes") && message.yes !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.yes);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a VoteRematch message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.VoteRematch
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.VoteRematch & gatehouse.VoteRematch.$Shape} VoteRematch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        VoteRematch.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.VoteRematch();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.yes = value;
                        else
                            delete message.yes;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return VoteRematch;
    })();

    gatehouse.SetStatus = (function() {

        /**
         * Properties of a SetStatus.
         * @typedef {Object} gatehouse.SetStatus.$Properties
         * @property {boolean|null} [away] SetStatus away
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SetStatus.
         * @memberof gatehouse
         * @interface ISetStatus
         * @augments gatehouse.SetStatus.$Properties
         * @deprecated Use gatehouse.SetStatus.$Properties instead.
         */

        /**
         * Shape of a SetStatus.
         * @typedef {gatehouse.SetStatus.$Properties} gatehouse.SetStatus.$Shape
         */

        /**
         * Constructs a new SetStatus.
         * @memberof gatehouse
         * @classdesc Represents a SetStatus.
         * @constructor
         * @param {gatehouse.SetStatus.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SetStatus = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SetStatus away.
         * @member {boolean} away
         * @memberof gatehouse.SetStatus
         * @instance
         */
        SetStatus.prototype.away = false;

        /**
         * Creates a new SetStatus instance using the specified properties.
         * @function create
         * @memberof gatehouse.SetStatus
         * @static
         * @param {gatehouse.SetStatus.$Properties=} [properties] Properties to set
         * @returns {gatehouse.SetStatus} SetStatus instance
         * @type {{
         *   (properties: gatehouse.SetStatus.$Shape): gatehouse.SetStatus & gatehouse.SetStatus.$Shape;
         *   (properties?: gatehouse.SetStatus.$Properties): gatehouse.SetStatus;
         * }}
         */
        SetStatus.create = function(properties) {
            return new SetStatus(properties);
        };

        /**
         * Encodes the specified SetStatus message. Does not implicitly {@link gatehouse.SetStatus.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.SetStatus
         * @static
         * @param {gatehouse.SetStatus.$Properties} message SetStatus message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SetStatus.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.away != null && $Object.hasOwnProperty.call(message, "away") && message.away !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.away);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SetStatus message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.SetStatus
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.SetStatus & gatehouse.SetStatus.$Shape} SetStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SetStatus.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.SetStatus();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.away = value;
                        else
                            delete message.away;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SetStatus;
    })();

    gatehouse.WatchUsers = (function() {

        /**
         * Properties of a WatchUsers.
         * @typedef {Object} gatehouse.WatchUsers.$Properties
         * @property {Array.<string>|null} [userIds] WatchUsers userIds
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a WatchUsers.
         * @memberof gatehouse
         * @interface IWatchUsers
         * @augments gatehouse.WatchUsers.$Properties
         * @deprecated Use gatehouse.WatchUsers.$Properties instead.
         */

        /**
         * Shape of a WatchUsers.
         * @typedef {gatehouse.WatchUsers.$Properties} gatehouse.WatchUsers.$Shape
         */

        /**
         * Constructs a new WatchUsers.
         * @memberof gatehouse
         * @classdesc Represents a WatchUsers.
         * @constructor
         * @param {gatehouse.WatchUsers.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const WatchUsers = function (properties) {
            this.userIds = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * WatchUsers userIds.
         * @member {Array.<string>} userIds
         * @memberof gatehouse.WatchUsers
         * @instance
         */
        WatchUsers.prototype.userIds = $util.emptyArray;

        /**
         * Creates a new WatchUsers instance using the specified properties.
         * @function create
         * @memberof gatehouse.WatchUsers
         * @static
         * @param {gatehouse.WatchUsers.$Properties=} [properties] Properties to set
         * @returns {gatehouse.WatchUsers} WatchUsers instance
         * @type {{
         *   (properties: gatehouse.WatchUsers.$Shape): gatehouse.WatchUsers & gatehouse.WatchUsers.$Shape;
         *   (properties?: gatehouse.WatchUsers.$Properties): gatehouse.WatchUsers;
         * }}
         */
        WatchUsers.create = function(properties) {
            return new WatchUsers(properties);
        };

        /**
         * Encodes the specified WatchUsers message. Does not implicitly {@link gatehouse.WatchUsers.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.WatchUsers
         * @static
         * @param {gatehouse.WatchUsers.$Properties} message WatchUsers message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        WatchUsers.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userIds != null && message.userIds.length)
                for (let i = 0; i < message.userIds.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.userIds[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a WatchUsers message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.WatchUsers
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.WatchUsers & gatehouse.WatchUsers.$Shape} WatchUsers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        WatchUsers.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.WatchUsers();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.userIds && message.userIds.length))
                            message.userIds = [];
                        message.userIds.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return WatchUsers;
    })();

    gatehouse.UserPresence = (function() {

        /**
         * Properties of a UserPresence.
         * @typedef {Object} gatehouse.UserPresence.$Properties
         * @property {string|null} [userId] UserPresence userId
         * @property {string|null} [status] UserPresence status
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a UserPresence.
         * @memberof gatehouse
         * @interface IUserPresence
         * @augments gatehouse.UserPresence.$Properties
         * @deprecated Use gatehouse.UserPresence.$Properties instead.
         */

        /**
         * Shape of a UserPresence.
         * @typedef {gatehouse.UserPresence.$Properties} gatehouse.UserPresence.$Shape
         */

        /**
         * Constructs a new UserPresence.
         * @memberof gatehouse
         * @classdesc Represents a UserPresence.
         * @constructor
         * @param {gatehouse.UserPresence.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const UserPresence = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * UserPresence userId.
         * @member {string} userId
         * @memberof gatehouse.UserPresence
         * @instance
         */
        UserPresence.prototype.userId = "";

        /**
         * UserPresence status.
         * @member {string} status
         * @memberof gatehouse.UserPresence
         * @instance
         */
        UserPresence.prototype.status = "";

        /**
         * Creates a new UserPresence instance using the specified properties.
         * @function create
         * @memberof gatehouse.UserPresence
         * @static
         * @param {gatehouse.UserPresence.$Properties=} [properties] Properties to set
         * @returns {gatehouse.UserPresence} UserPresence instance
         * @type {{
         *   (properties: gatehouse.UserPresence.$Shape): gatehouse.UserPresence & gatehouse.UserPresence.$Shape;
         *   (properties?: gatehouse.UserPresence.$Properties): gatehouse.UserPresence;
         * }}
         */
        UserPresence.create = function(properties) {
            return new UserPresence(properties);
        };

        /**
         * Encodes the specified UserPresence message. Does not implicitly {@link gatehouse.UserPresence.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.UserPresence
         * @static
         * @param {gatehouse.UserPresence.$Properties} message UserPresence message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        UserPresence.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.status);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a UserPresence message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.UserPresence
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.UserPresence & gatehouse.UserPresence.$Shape} UserPresence
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        UserPresence.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.UserPresence();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.status = value;
                        else
                            delete message.status;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return UserPresence;
    })();

    gatehouse.Users = (function() {

        /**
         * Properties of a Users.
         * @typedef {Object} gatehouse.Users.$Properties
         * @property {number|null} [ref] Users ref
         * @property {Array.<gatehouse.UserPresence.$Properties>|null} [users] Users users
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Users.
         * @memberof gatehouse
         * @interface IUsers
         * @augments gatehouse.Users.$Properties
         * @deprecated Use gatehouse.Users.$Properties instead.
         */

        /**
         * Shape of a Users.
         * @typedef {gatehouse.Users.$Properties} gatehouse.Users.$Shape
         */

        /**
         * Constructs a new Users.
         * @memberof gatehouse
         * @classdesc Represents a Users.
         * @constructor
         * @param {gatehouse.Users.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Users = function (properties) {
            this.users = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Users ref.
         * @member {number} ref
         * @memberof gatehouse.Users
         * @instance
         */
        Users.prototype.ref = 0;

        /**
         * Users users.
         * @member {Array.<gatehouse.UserPresence.$Properties>} users
         * @memberof gatehouse.Users
         * @instance
         */
        Users.prototype.users = $util.emptyArray;

        /**
         * Creates a new Users instance using the specified properties.
         * @function create
         * @memberof gatehouse.Users
         * @static
         * @param {gatehouse.Users.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Users} Users instance
         * @type {{
         *   (properties: gatehouse.Users.$Shape): gatehouse.Users & gatehouse.Users.$Shape;
         *   (properties?: gatehouse.Users.$Properties): gatehouse.Users;
         * }}
         */
        Users.create = function(properties) {
            return new Users(properties);
        };

        /**
         * Encodes the specified Users message. Does not implicitly {@link gatehouse.Users.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Users
         * @static
         * @param {gatehouse.Users.$Properties} message Users message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Users.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.ref);
            if (message.users != null && message.users.length)
                for (let i = 0; i < message.users.length; ++i)
                    $root.gatehouse.UserPresence.encode(message.users[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Users message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Users
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Users & gatehouse.Users.$Shape} Users
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Users.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Users();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ref = value;
                        else
                            delete message.ref;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.users && message.users.length))
                            message.users = [];
                        message.users.push($root.gatehouse.UserPresence.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Users;
    })();

    gatehouse.MemberKicked = (function() {

        /**
         * Properties of a MemberKicked.
         * @typedef {Object} gatehouse.MemberKicked.$Properties
         * @property {string|null} [userId] MemberKicked userId
         * @property {string|null} [reason] MemberKicked reason
         * @property {string|null} [ban] MemberKicked ban
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MemberKicked.
         * @memberof gatehouse
         * @interface IMemberKicked
         * @augments gatehouse.MemberKicked.$Properties
         * @deprecated Use gatehouse.MemberKicked.$Properties instead.
         */

        /**
         * Shape of a MemberKicked.
         * @typedef {gatehouse.MemberKicked.$Properties} gatehouse.MemberKicked.$Shape
         */

        /**
         * Constructs a new MemberKicked.
         * @memberof gatehouse
         * @classdesc Represents a MemberKicked.
         * @constructor
         * @param {gatehouse.MemberKicked.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MemberKicked = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MemberKicked userId.
         * @member {string} userId
         * @memberof gatehouse.MemberKicked
         * @instance
         */
        MemberKicked.prototype.userId = "";

        /**
         * MemberKicked reason.
         * @member {string} reason
         * @memberof gatehouse.MemberKicked
         * @instance
         */
        MemberKicked.prototype.reason = "";

        /**
         * MemberKicked ban.
         * @member {string} ban
         * @memberof gatehouse.MemberKicked
         * @instance
         */
        MemberKicked.prototype.ban = "";

        /**
         * Creates a new MemberKicked instance using the specified properties.
         * @function create
         * @memberof gatehouse.MemberKicked
         * @static
         * @param {gatehouse.MemberKicked.$Properties=} [properties] Properties to set
         * @returns {gatehouse.MemberKicked} MemberKicked instance
         * @type {{
         *   (properties: gatehouse.MemberKicked.$Shape): gatehouse.MemberKicked & gatehouse.MemberKicked.$Shape;
         *   (properties?: gatehouse.MemberKicked.$Properties): gatehouse.MemberKicked;
         * }}
         */
        MemberKicked.create = function(properties) {
            return new MemberKicked(properties);
        };

        /**
         * Encodes the specified MemberKicked message. Does not implicitly {@link gatehouse.MemberKicked.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.MemberKicked
         * @static
         * @param {gatehouse.MemberKicked.$Properties} message MemberKicked message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MemberKicked.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
            if (message.ban != null && $Object.hasOwnProperty.call(message, "ban") && message.ban !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.ban);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MemberKicked message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.MemberKicked
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.MemberKicked & gatehouse.MemberKicked.$Shape} MemberKicked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MemberKicked.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.MemberKicked();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.ban = value;
                        else
                            delete message.ban;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MemberKicked;
    })();

    gatehouse.RoomSettings = (function() {

        /**
         * Properties of a RoomSettings.
         * @typedef {Object} gatehouse.RoomSettings.$Properties
         * @property {string|null} [name] RoomSettings name
         * @property {number|null} [maxMembers] RoomSettings maxMembers
         * @property {string|null} [options] RoomSettings options
         * @property {string|null} [metadata] RoomSettings metadata
         * @property {boolean|null} [locked] RoomSettings locked
         * @property {boolean|null} [unlisted] RoomSettings unlisted
         * @property {boolean|null} [hasPassword] RoomSettings hasPassword
         * @property {string|null} [inviteCode] RoomSettings inviteCode
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RoomSettings.
         * @memberof gatehouse
         * @interface IRoomSettings
         * @augments gatehouse.RoomSettings.$Properties
         * @deprecated Use gatehouse.RoomSettings.$Properties instead.
         */

        /**
         * Shape of a RoomSettings.
         * @typedef {gatehouse.RoomSettings.$Properties} gatehouse.RoomSettings.$Shape
         */

        /**
         * Constructs a new RoomSettings.
         * @memberof gatehouse
         * @classdesc Represents a RoomSettings.
         * @constructor
         * @param {gatehouse.RoomSettings.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RoomSettings = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RoomSettings name.
         * @member {string} name
         * @memberof gatehouse.RoomSettings
         * @instance
         */
        RoomSettings.prototype.name = "";

        /**
         * RoomSettings maxMembers.
         * @member {number} maxMembers
         * @memberof gatehouse.RoomSettings
         * @instance
         */
        RoomSettings.prototype.maxMembers = 0;

        /**
         * RoomSettings options.
         * @member {string} options
         * @memberof gatehouse.RoomSettings
         * @instance
         */
        RoomSettings.prototype.options = "";

        /**
         * RoomSettings metadata.
         * @member {string} metadata
         * @memberof gatehouse.RoomSettings
         * @instance
         */
        RoomSettings.prototype.metadata = "";

        /**
         * RoomSettings locked.
         * @member {boolean} locked
         * @memberof gatehouse.RoomSettings
         * @instance
         */
        RoomSettings.prototype.locked = false;

        /**
         * RoomSettings unlisted.
         * @member {boolean} unlisted
         * @memberof gatehouse.RoomSettings
         * @instance
         */
        RoomSettings.prototype.unlisted = false;

        /**
         * RoomSettings hasPassword.
         * @member {boolean} hasPassword
         * @memberof gatehouse.RoomSettings
         * @instance
         */
        RoomSettings.prototype.hasPassword = false;

        /**
         * RoomSettings inviteCode.
         * @member {string} inviteCode
         * @memberof gatehouse.RoomSettings
         * @instance
         */
        RoomSettings.prototype.inviteCode = "";

        /**
         * Creates a new RoomSettings instance using the specified properties.
         * @function create
         * @memberof gatehouse.RoomSettings
         * @static
         * @param {gatehouse.RoomSettings.$Properties=} [properties] Properties to set
         * @returns {gatehouse.RoomSettings} RoomSettings instance
         * @type {{
         *   (properties: gatehouse.RoomSettings.$Shape): gatehouse.RoomSettings & gatehouse.RoomSettings.$Shape;
         *   (properties?: gatehouse.RoomSettings.$Properties): gatehouse.RoomSettings;
         * }}
         */
        RoomSettings.create = function(properties) {
            return new RoomSettings(properties);
        };

        /**
         * Encodes the specified RoomSettings message. Does not implicitly {@link gatehouse.RoomSettings.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.RoomSettings
         * @static
         * @param {gatehouse.RoomSettings.$Properties} message RoomSettings message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RoomSettings.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.maxMembers != null && $Object.hasOwnProperty.call(message, "maxMembers") && message.maxMembers !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.maxMembers);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options") && message.options !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.options);
            if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata") && message.metadata !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.metadata);
            if (message.locked != null && $Object.hasOwnProperty.call(message, "locked") && message.locked !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.locked);
            if (message.unlisted != null && $Object.hasOwnProperty.call(message, "unlisted") && message.unlisted !== false)
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.unlisted);
            if (message.hasPassword != null && $Object.hasOwnProperty.call(message, "hasPassword") && message.hasPassword !== false)
                writer.uint32(/* id 7, wireType 0 =*/56).bool(message.hasPassword);
            if (message.inviteCode != null && $Object.hasOwnProperty.call(message, "inviteCode") && message.inviteCode !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.inviteCode);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RoomSettings message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.RoomSettings
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.RoomSettings & gatehouse.RoomSettings.$Shape} RoomSettings
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RoomSettings.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.RoomSettings();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxMembers = value;
                        else
                            delete message.maxMembers;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.options = value;
                        else
                            delete message.options;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.metadata = value;
                        else
                            delete message.metadata;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.locked = value;
                        else
                            delete message.locked;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.unlisted = value;
                        else
                            delete message.unlisted;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.hasPassword = value;
                        else
                            delete message.hasPassword;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.inviteCode = value;
                        else
                            delete message.inviteCode;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RoomSettings;
    })();

    gatehouse.RematchVote = (function() {

        /**
         * Properties of a RematchVote.
         * @typedef {Object} gatehouse.RematchVote.$Properties
         * @property {string|null} [userId] RematchVote userId
         * @property {boolean|null} [yes] RematchVote yes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RematchVote.
         * @memberof gatehouse
         * @interface IRematchVote
         * @augments gatehouse.RematchVote.$Properties
         * @deprecated Use gatehouse.RematchVote.$Properties instead.
         */

        /**
         * Shape of a RematchVote.
         * @typedef {gatehouse.RematchVote.$Properties} gatehouse.RematchVote.$Shape
         */

        /**
         * Constructs a new RematchVote.
         * @memberof gatehouse
         * @classdesc Represents a RematchVote.
         * @constructor
         * @param {gatehouse.RematchVote.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RematchVote = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RematchVote userId.
         * @member {string} userId
         * @memberof gatehouse.RematchVote
         * @instance
         */
        RematchVote.prototype.userId = "";

        /**
         * RematchVote yes.
         * @member {boolean} yes
         * @memberof gatehouse.RematchVote
         * @instance
         */
        RematchVote.prototype.yes = false;

        /**
         * Creates a new RematchVote instance using the specified properties.
         * @function create
         * @memberof gatehouse.RematchVote
         * @static
         * @param {gatehouse.RematchVote.$Properties=} [properties] Properties to set
         * @returns {gatehouse.RematchVote} RematchVote instance
         * @type {{
         *   (properties: gatehouse.RematchVote.$Shape): gatehouse.RematchVote & gatehouse.RematchVote.$Shape;
         *   (properties?: gatehouse.RematchVote.$Properties): gatehouse.RematchVote;
         * }}
         */
        RematchVote.create = function(properties) {
            return new RematchVote(properties);
        };

        /**
         * Encodes the specified RematchVote message. Does not implicitly {@link gatehouse.RematchVote.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.RematchVote
         * @static
         * @param {gatehouse.RematchVote.$Properties} message RematchVote message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RematchVote.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.yes != null && $Object.hasOwnProperty.call(message, "yes") && message.yes !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.yes);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RematchVote message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.RematchVote
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.RematchVote & gatehouse.RematchVote.$Shape} RematchVote
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RematchVote.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.RematchVote();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.yes = value;
                        else
                            delete message.yes;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RematchVote;
    })();

    gatehouse.RoomsChanged = (function() {

        /**
         * Properties of a RoomsChanged.
         * @typedef {Object} gatehouse.RoomsChanged.$Properties
         * @property {Array.<gatehouse.LobbyListing.$Properties>|null} [added] RoomsChanged added
         * @property {Array.<gatehouse.LobbyListing.$Properties>|null} [changed] RoomsChanged changed
         * @property {Array.<string>|null} [removed] RoomsChanged removed
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RoomsChanged.
         * @memberof gatehouse
         * @interface IRoomsChanged
         * @augments gatehouse.RoomsChanged.$Properties
         * @deprecated Use gatehouse.RoomsChanged.$Properties instead.
         */

        /**
         * Shape of a RoomsChanged.
         * @typedef {gatehouse.RoomsChanged.$Properties} gatehouse.RoomsChanged.$Shape
         */

        /**
         * Constructs a new RoomsChanged.
         * @memberof gatehouse
         * @classdesc Represents a RoomsChanged.
         * @constructor
         * @param {gatehouse.RoomsChanged.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RoomsChanged = function (properties) {
            this.added = [];
            this.changed = [];
            this.removed = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RoomsChanged added.
         * @member {Array.<gatehouse.LobbyListing.$Properties>} added
         * @memberof gatehouse.RoomsChanged
         * @instance
         */
        RoomsChanged.prototype.added = $util.emptyArray;

        /**
         * RoomsChanged changed.
         * @member {Array.<gatehouse.LobbyListing.$Properties>} changed
         * @memberof gatehouse.RoomsChanged
         * @instance
         */
        RoomsChanged.prototype.changed = $util.emptyArray;

        /**
         * RoomsChanged removed.
         * @member {Array.<string>} removed
         * @memberof gatehouse.RoomsChanged
         * @instance
         */
        RoomsChanged.prototype.removed = $util.emptyArray;

        /**
         * Creates a new RoomsChanged instance using the specified properties.
         * @function create
         * @memberof gatehouse.RoomsChanged
         * @static
         * @param {gatehouse.RoomsChanged.$Properties=} [properties] Properties to set
         * @returns {gatehouse.RoomsChanged} RoomsChanged instance
         * @type {{
         *   (properties: gatehouse.RoomsChanged.$Shape): gatehouse.RoomsChanged & gatehouse.RoomsChanged.$Shape;
         *   (properties?: gatehouse.RoomsChanged.$Properties): gatehouse.RoomsChanged;
         * }}
         */
        RoomsChanged.create = function(properties) {
            return new RoomsChanged(properties);
        };

        /**
         * Encodes the specified RoomsChanged message. Does not implicitly {@link gatehouse.RoomsChanged.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.RoomsChanged
         * @static
         * @param {gatehouse.RoomsChanged.$Properties} message RoomsChanged message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RoomsChanged.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.added != null && message.added.length)
                for (let i = 0; i < message.added.length; ++i)
                    $root.gatehouse.LobbyListing.encode(message.added[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.changed != null && message.changed.length)
                for (let i = 0; i < message.changed.length; ++i)
                    $root.gatehouse.LobbyListing.encode(message.changed[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.removed != null && message.removed.length)
                for (let i = 0; i < message.removed.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.removed[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RoomsChanged message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.RoomsChanged
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.RoomsChanged & gatehouse.RoomsChanged.$Shape} RoomsChanged
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RoomsChanged.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.RoomsChanged();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.added && message.added.length))
                            message.added = [];
                        message.added.push($root.gatehouse.LobbyListing.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.changed && message.changed.length))
                            message.changed = [];
                        message.changed.push($root.gatehouse.LobbyListing.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.removed && message.removed.length))
                            message.removed = [];
                        message.removed.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RoomsChanged;
    })();

    gatehouse.DirectMessage = (function() {

        /**
         * Properties of a DirectMessage.
         * @typedef {Object} gatehouse.DirectMessage.$Properties
         * @property {string|null} [id] DirectMessage id
         * @property {string|null} [userId] DirectMessage userId
         * @property {string|null} [name] DirectMessage name
         * @property {string|null} [text] DirectMessage text
         * @property {number|null} [atMs] DirectMessage atMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DirectMessage.
         * @memberof gatehouse
         * @interface IDirectMessage
         * @augments gatehouse.DirectMessage.$Properties
         * @deprecated Use gatehouse.DirectMessage.$Properties instead.
         */

        /**
         * Shape of a DirectMessage.
         * @typedef {gatehouse.DirectMessage.$Properties} gatehouse.DirectMessage.$Shape
         */

        /**
         * Constructs a new DirectMessage.
         * @memberof gatehouse
         * @classdesc Represents a DirectMessage.
         * @constructor
         * @param {gatehouse.DirectMessage.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DirectMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DirectMessage id.
         * @member {string} id
         * @memberof gatehouse.DirectMessage
         * @instance
         */
        DirectMessage.prototype.id = "";

        /**
         * DirectMessage userId.
         * @member {string} userId
         * @memberof gatehouse.DirectMessage
         * @instance
         */
        DirectMessage.prototype.userId = "";

        /**
         * DirectMessage name.
         * @member {string} name
         * @memberof gatehouse.DirectMessage
         * @instance
         */
        DirectMessage.prototype.name = "";

        /**
         * DirectMessage text.
         * @member {string} text
         * @memberof gatehouse.DirectMessage
         * @instance
         */
        DirectMessage.prototype.text = "";

        /**
         * DirectMessage atMs.
         * @member {number} atMs
         * @memberof gatehouse.DirectMessage
         * @instance
         */
        DirectMessage.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new DirectMessage instance using the specified properties.
         * @function create
         * @memberof gatehouse.DirectMessage
         * @static
         * @param {gatehouse.DirectMessage.$Properties=} [properties] Properties to set
         * @returns {gatehouse.DirectMessage} DirectMessage instance
         * @type {{
         *   (properties: gatehouse.DirectMessage.$Shape): gatehouse.DirectMessage & gatehouse.DirectMessage.$Shape;
         *   (properties?: gatehouse.DirectMessage.$Properties): gatehouse.DirectMessage;
         * }}
         */
        DirectMessage.create = function(properties) {
            return new DirectMessage(properties);
        };

        /**
         * Encodes the specified DirectMessage message. Does not implicitly {@link gatehouse.DirectMessage.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.DirectMessage
         * @static
         * @param {gatehouse.DirectMessage.$Properties} message DirectMessage message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DirectMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.userId);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.name);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.text);
            if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.atMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DirectMessage message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.DirectMessage
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.DirectMessage & gatehouse.DirectMessage.$Shape} DirectMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DirectMessage.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.DirectMessage();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.atMs = value;
                        else
                            delete message.atMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DirectMessage;
    })();

    gatehouse.Announcement = (function() {

        /**
         * Properties of an Announcement.
         * @typedef {Object} gatehouse.Announcement.$Properties
         * @property {string|null} [text] Announcement text
         * @property {number|null} [atMs] Announcement atMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Announcement.
         * @memberof gatehouse
         * @interface IAnnouncement
         * @augments gatehouse.Announcement.$Properties
         * @deprecated Use gatehouse.Announcement.$Properties instead.
         */

        /**
         * Shape of an Announcement.
         * @typedef {gatehouse.Announcement.$Properties} gatehouse.Announcement.$Shape
         */

        /**
         * Constructs a new Announcement.
         * @memberof gatehouse
         * @classdesc Represents an Announcement.
         * @constructor
         * @param {gatehouse.Announcement.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Announcement = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Announcement text.
         * @member {string} text
         * @memberof gatehouse.Announcement
         * @instance
         */
        Announcement.prototype.text = "";

        /**
         * Announcement atMs.
         * @member {number} atMs
         * @memberof gatehouse.Announcement
         * @instance
         */
        Announcement.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Announcement instance using the specified properties.
         * @function create
         * @memberof gatehouse.Announcement
         * @static
         * @param {gatehouse.Announcement.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Announcement} Announcement instance
         * @type {{
         *   (properties: gatehouse.Announcement.$Shape): gatehouse.Announcement & gatehouse.Announcement.$Shape;
         *   (properties?: gatehouse.Announcement.$Properties): gatehouse.Announcement;
         * }}
         */
        Announcement.create = function(properties) {
            return new Announcement(properties);
        };

        /**
         * Encodes the specified Announcement message. Does not implicitly {@link gatehouse.Announcement.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Announcement
         * @static
         * @param {gatehouse.Announcement.$Properties} message Announcement message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Announcement.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
            if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.atMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Announcement message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Announcement
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Announcement & gatehouse.Announcement.$Shape} Announcement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Announcement.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Announcement();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.atMs = value;
                        else
                            delete message.atMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Announcement;
    })();

    gatehouse.UsersChanged = (function() {

        /**
         * Properties of a UsersChanged.
         * @typedef {Object} gatehouse.UsersChanged.$Properties
         * @property {Array.<gatehouse.UserPresence.$Properties>|null} [users] UsersChanged users
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a UsersChanged.
         * @memberof gatehouse
         * @interface IUsersChanged
         * @augments gatehouse.UsersChanged.$Properties
         * @deprecated Use gatehouse.UsersChanged.$Properties instead.
         */

        /**
         * Shape of a UsersChanged.
         * @typedef {gatehouse.UsersChanged.$Properties} gatehouse.UsersChanged.$Shape
         */

        /**
         * Constructs a new UsersChanged.
         * @memberof gatehouse
         * @classdesc Represents a UsersChanged.
         * @constructor
         * @param {gatehouse.UsersChanged.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const UsersChanged = function (properties) {
            this.users = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * UsersChanged users.
         * @member {Array.<gatehouse.UserPresence.$Properties>} users
         * @memberof gatehouse.UsersChanged
         * @instance
         */
        UsersChanged.prototype.users = $util.emptyArray;

        /**
         * Creates a new UsersChanged instance using the specified properties.
         * @function create
         * @memberof gatehouse.UsersChanged
         * @static
         * @param {gatehouse.UsersChanged.$Properties=} [properties] Properties to set
         * @returns {gatehouse.UsersChanged} UsersChanged instance
         * @type {{
         *   (properties: gatehouse.UsersChanged.$Shape): gatehouse.UsersChanged & gatehouse.UsersChanged.$Shape;
         *   (properties?: gatehouse.UsersChanged.$Properties): gatehouse.UsersChanged;
         * }}
         */
        UsersChanged.create = function(properties) {
            return new UsersChanged(properties);
        };

        /**
         * Encodes the specified UsersChanged message. Does not implicitly {@link gatehouse.UsersChanged.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.UsersChanged
         * @static
         * @param {gatehouse.UsersChanged.$Properties} message UsersChanged message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        UsersChanged.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.users != null && message.users.length)
                for (let i = 0; i < message.users.length; ++i)
                    $root.gatehouse.UserPresence.encode(message.users[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a UsersChanged message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.UsersChanged
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.UsersChanged & gatehouse.UsersChanged.$Shape} UsersChanged
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        UsersChanged.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.UsersChanged();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.users && message.users.length))
                            message.users = [];
                        message.users.push($root.gatehouse.UserPresence.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return UsersChanged;
    })();

    gatehouse.Snapshot = (function() {

        /**
         * Properties of a Snapshot.
         * @typedef {Object} gatehouse.Snapshot.$Properties
         * @property {Uint8Array|null} [state] Snapshot state
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Snapshot.
         * @memberof gatehouse
         * @interface ISnapshot
         * @augments gatehouse.Snapshot.$Properties
         * @deprecated Use gatehouse.Snapshot.$Properties instead.
         */

        /**
         * Shape of a Snapshot.
         * @typedef {gatehouse.Snapshot.$Properties} gatehouse.Snapshot.$Shape
         */

        /**
         * Constructs a new Snapshot.
         * @memberof gatehouse
         * @classdesc Represents a Snapshot.
         * @constructor
         * @param {gatehouse.Snapshot.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Snapshot = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Snapshot state.
         * @member {Uint8Array} state
         * @memberof gatehouse.Snapshot
         * @instance
         */
        Snapshot.prototype.state = $util.newBuffer([]);

        /**
         * Creates a new Snapshot instance using the specified properties.
         * @function create
         * @memberof gatehouse.Snapshot
         * @static
         * @param {gatehouse.Snapshot.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Snapshot} Snapshot instance
         * @type {{
         *   (properties: gatehouse.Snapshot.$Shape): gatehouse.Snapshot & gatehouse.Snapshot.$Shape;
         *   (properties?: gatehouse.Snapshot.$Properties): gatehouse.Snapshot;
         * }}
         */
        Snapshot.create = function(properties) {
            return new Snapshot(properties);
        };

        /**
         * Encodes the specified Snapshot message. Does not implicitly {@link gatehouse.Snapshot.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Snapshot
         * @static
         * @param {gatehouse.Snapshot.$Properties} message Snapshot message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Snapshot.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.state);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Snapshot message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Snapshot
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Snapshot & gatehouse.Snapshot.$Shape} Snapshot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Snapshot.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Snapshot();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.state = value;
                        else
                            delete message.state;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Snapshot;
    })();

    gatehouse.Ack = (function() {

        /**
         * Properties of an Ack.
         * @typedef {Object} gatehouse.Ack.$Properties
         * @property {string|null} [roomId] Ack roomId
         * @property {number|null} [through] Ack through
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Ack.
         * @memberof gatehouse
         * @interface IAck
         * @augments gatehouse.Ack.$Properties
         * @deprecated Use gatehouse.Ack.$Properties instead.
         */

        /**
         * Shape of an Ack.
         * @typedef {gatehouse.Ack.$Properties} gatehouse.Ack.$Shape
         */

        /**
         * Constructs a new Ack.
         * @memberof gatehouse
         * @classdesc Represents an Ack.
         * @constructor
         * @param {gatehouse.Ack.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Ack = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Ack roomId.
         * @member {string} roomId
         * @memberof gatehouse.Ack
         * @instance
         */
        Ack.prototype.roomId = "";

        /**
         * Ack through.
         * @member {number} through
         * @memberof gatehouse.Ack
         * @instance
         */
        Ack.prototype.through = 0;

        /**
         * Creates a new Ack instance using the specified properties.
         * @function create
         * @memberof gatehouse.Ack
         * @static
         * @param {gatehouse.Ack.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Ack} Ack instance
         * @type {{
         *   (properties: gatehouse.Ack.$Shape): gatehouse.Ack & gatehouse.Ack.$Shape;
         *   (properties?: gatehouse.Ack.$Properties): gatehouse.Ack;
         * }}
         */
        Ack.create = function(properties) {
            return new Ack(properties);
        };

        /**
         * Encodes the specified Ack message. Does not implicitly {@link gatehouse.Ack.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Ack
         * @static
         * @param {gatehouse.Ack.$Properties} message Ack message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Ack.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.roomId);
            if (message.through != null && $Object.hasOwnProperty.call(message, "through") && message.through !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.through);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Ack message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Ack
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Ack & gatehouse.Ack.$Shape} Ack
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Ack.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Ack();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.through = value;
                        else
                            delete message.through;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Ack;
    })();

    gatehouse.LeaveRoom = (function() {

        /**
         * Properties of a LeaveRoom.
         * @typedef {Object} gatehouse.LeaveRoom.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LeaveRoom.
         * @memberof gatehouse
         * @interface ILeaveRoom
         * @augments gatehouse.LeaveRoom.$Properties
         * @deprecated Use gatehouse.LeaveRoom.$Properties instead.
         */

        /**
         * Shape of a LeaveRoom.
         * @typedef {gatehouse.LeaveRoom.$Properties} gatehouse.LeaveRoom.$Shape
         */

        /**
         * Constructs a new LeaveRoom.
         * @memberof gatehouse
         * @classdesc Represents a LeaveRoom.
         * @constructor
         * @param {gatehouse.LeaveRoom.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LeaveRoom = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new LeaveRoom instance using the specified properties.
         * @function create
         * @memberof gatehouse.LeaveRoom
         * @static
         * @param {gatehouse.LeaveRoom.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LeaveRoom} LeaveRoom instance
         * @type {{
         *   (properties: gatehouse.LeaveRoom.$Shape): gatehouse.LeaveRoom & gatehouse.LeaveRoom.$Shape;
         *   (properties?: gatehouse.LeaveRoom.$Properties): gatehouse.LeaveRoom;
         * }}
         */
        LeaveRoom.create = function(properties) {
            return new LeaveRoom(properties);
        };

        /**
         * Encodes the specified LeaveRoom message. Does not implicitly {@link gatehouse.LeaveRoom.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LeaveRoom
         * @static
         * @param {gatehouse.LeaveRoom.$Properties} message LeaveRoom message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LeaveRoom.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LeaveRoom message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LeaveRoom
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LeaveRoom & gatehouse.LeaveRoom.$Shape} LeaveRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LeaveRoom.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LeaveRoom();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LeaveRoom;
    })();

    gatehouse.Ended = (function() {

        /**
         * Properties of an Ended.
         * @typedef {Object} gatehouse.Ended.$Properties
         * @property {string|null} [why] Ended why
         * @property {Uint8Array|null} [result] Ended result
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Ended.
         * @memberof gatehouse
         * @interface IEnded
         * @augments gatehouse.Ended.$Properties
         * @deprecated Use gatehouse.Ended.$Properties instead.
         */

        /**
         * Shape of an Ended.
         * @typedef {gatehouse.Ended.$Properties} gatehouse.Ended.$Shape
         */

        /**
         * Constructs a new Ended.
         * @memberof gatehouse
         * @classdesc Represents an Ended.
         * @constructor
         * @param {gatehouse.Ended.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Ended = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Ended why.
         * @member {string} why
         * @memberof gatehouse.Ended
         * @instance
         */
        Ended.prototype.why = "";

        /**
         * Ended result.
         * @member {Uint8Array} result
         * @memberof gatehouse.Ended
         * @instance
         */
        Ended.prototype.result = $util.newBuffer([]);

        /**
         * Creates a new Ended instance using the specified properties.
         * @function create
         * @memberof gatehouse.Ended
         * @static
         * @param {gatehouse.Ended.$Properties=} [properties] Properties to set
         * @returns {gatehouse.Ended} Ended instance
         * @type {{
         *   (properties: gatehouse.Ended.$Shape): gatehouse.Ended & gatehouse.Ended.$Shape;
         *   (properties?: gatehouse.Ended.$Properties): gatehouse.Ended;
         * }}
         */
        Ended.create = function(properties) {
            return new Ended(properties);
        };

        /**
         * Encodes the specified Ended message. Does not implicitly {@link gatehouse.Ended.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.Ended
         * @static
         * @param {gatehouse.Ended.$Properties} message Ended message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Ended.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.why != null && $Object.hasOwnProperty.call(message, "why") && message.why !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.why);
            if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.result);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Ended message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.Ended
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.Ended & gatehouse.Ended.$Shape} Ended
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Ended.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.Ended();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.why = value;
                        else
                            delete message.why;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.result = value;
                        else
                            delete message.result;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Ended;
    })();

    gatehouse.RoomReply = (function() {

        /**
         * Properties of a RoomReply.
         * @typedef {Object} gatehouse.RoomReply.$Properties
         * @property {number|null} [ref] RoomReply ref
         * @property {Uint8Array|null} [answer] RoomReply answer
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RoomReply.
         * @memberof gatehouse
         * @interface IRoomReply
         * @augments gatehouse.RoomReply.$Properties
         * @deprecated Use gatehouse.RoomReply.$Properties instead.
         */

        /**
         * Shape of a RoomReply.
         * @typedef {gatehouse.RoomReply.$Properties} gatehouse.RoomReply.$Shape
         */

        /**
         * Constructs a new RoomReply.
         * @memberof gatehouse
         * @classdesc Represents a RoomReply.
         * @constructor
         * @param {gatehouse.RoomReply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RoomReply = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RoomReply ref.
         * @member {number} ref
         * @memberof gatehouse.RoomReply
         * @instance
         */
        RoomReply.prototype.ref = 0;

        /**
         * RoomReply answer.
         * @member {Uint8Array} answer
         * @memberof gatehouse.RoomReply
         * @instance
         */
        RoomReply.prototype.answer = $util.newBuffer([]);

        /**
         * Creates a new RoomReply instance using the specified properties.
         * @function create
         * @memberof gatehouse.RoomReply
         * @static
         * @param {gatehouse.RoomReply.$Properties=} [properties] Properties to set
         * @returns {gatehouse.RoomReply} RoomReply instance
         * @type {{
         *   (properties: gatehouse.RoomReply.$Shape): gatehouse.RoomReply & gatehouse.RoomReply.$Shape;
         *   (properties?: gatehouse.RoomReply.$Properties): gatehouse.RoomReply;
         * }}
         */
        RoomReply.create = function(properties) {
            return new RoomReply(properties);
        };

        /**
         * Encodes the specified RoomReply message. Does not implicitly {@link gatehouse.RoomReply.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.RoomReply
         * @static
         * @param {gatehouse.RoomReply.$Properties} message RoomReply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RoomReply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.ref);
            if (message.answer != null && $Object.hasOwnProperty.call(message, "answer") && message.answer.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.answer);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RoomReply message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.RoomReply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.RoomReply & gatehouse.RoomReply.$Shape} RoomReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RoomReply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.RoomReply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ref = value;
                        else
                            delete message.ref;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.answer = value;
                        else
                            delete message.answer;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RoomReply;
    })();

    gatehouse.LinkHello = (function() {

        /**
         * Properties of a LinkHello.
         * @typedef {Object} gatehouse.LinkHello.$Properties
         * @property {number|null} [version] LinkHello version
         * @property {string|null} [role] LinkHello role
         * @property {string|null} [id] LinkHello id
         * @property {string|null} [incarnation] LinkHello incarnation
         * @property {Uint8Array|null} [nonce] LinkHello nonce
         * @property {number|null} [features] LinkHello features
         * @property {Uint8Array|null} [proof] LinkHello proof
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LinkHello.
         * @memberof gatehouse
         * @interface ILinkHello
         * @augments gatehouse.LinkHello.$Properties
         * @deprecated Use gatehouse.LinkHello.$Properties instead.
         */

        /**
         * Shape of a LinkHello.
         * @typedef {gatehouse.LinkHello.$Properties} gatehouse.LinkHello.$Shape
         */

        /**
         * Constructs a new LinkHello.
         * @memberof gatehouse
         * @classdesc Represents a LinkHello.
         * @constructor
         * @param {gatehouse.LinkHello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LinkHello = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LinkHello version.
         * @member {number} version
         * @memberof gatehouse.LinkHello
         * @instance
         */
        LinkHello.prototype.version = 0;

        /**
         * LinkHello role.
         * @member {string} role
         * @memberof gatehouse.LinkHello
         * @instance
         */
        LinkHello.prototype.role = "";

        /**
         * LinkHello id.
         * @member {string} id
         * @memberof gatehouse.LinkHello
         * @instance
         */
        LinkHello.prototype.id = "";

        /**
         * LinkHello incarnation.
         * @member {string} incarnation
         * @memberof gatehouse.LinkHello
         * @instance
         */
        LinkHello.prototype.incarnation = "";

        /**
         * LinkHello nonce.
         * @member {Uint8Array} nonce
         * @memberof gatehouse.LinkHello
         * @instance
         */
        LinkHello.prototype.nonce = $util.newBuffer([]);

        /**
         * LinkHello features.
         * @member {number} features
         * @memberof gatehouse.LinkHello
         * @instance
         */
        LinkHello.prototype.features = 0;

        /**
         * LinkHello proof.
         * @member {Uint8Array} proof
         * @memberof gatehouse.LinkHello
         * @instance
         */
        LinkHello.prototype.proof = $util.newBuffer([]);

        /**
         * Creates a new LinkHello instance using the specified properties.
         * @function create
         * @memberof gatehouse.LinkHello
         * @static
         * @param {gatehouse.LinkHello.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LinkHello} LinkHello instance
         * @type {{
         *   (properties: gatehouse.LinkHello.$Shape): gatehouse.LinkHello & gatehouse.LinkHello.$Shape;
         *   (properties?: gatehouse.LinkHello.$Properties): gatehouse.LinkHello;
         * }}
         */
        LinkHello.create = function(properties) {
            return new LinkHello(properties);
        };

        /**
         * Encodes the specified LinkHello message. Does not implicitly {@link gatehouse.LinkHello.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LinkHello
         * @static
         * @param {gatehouse.LinkHello.$Properties} message LinkHello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LinkHello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
            if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.role);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.id);
            if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.incarnation);
            if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.nonce);
            if (message.features != null && $Object.hasOwnProperty.call(message, "features") && message.features !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.features);
            if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.proof);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LinkHello message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LinkHello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LinkHello & gatehouse.LinkHello.$Shape} LinkHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LinkHello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LinkHello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.role = value;
                        else
                            delete message.role;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.incarnation = value;
                        else
                            delete message.incarnation;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nonce = value;
                        else
                            delete message.nonce;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.features = value;
                        else
                            delete message.features;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proof = value;
                        else
                            delete message.proof;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LinkHello;
    })();

    gatehouse.LinkProof = (function() {

        /**
         * Properties of a LinkProof.
         * @typedef {Object} gatehouse.LinkProof.$Properties
         * @property {Uint8Array|null} [proof] LinkProof proof
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LinkProof.
         * @memberof gatehouse
         * @interface ILinkProof
         * @augments gatehouse.LinkProof.$Properties
         * @deprecated Use gatehouse.LinkProof.$Properties instead.
         */

        /**
         * Shape of a LinkProof.
         * @typedef {gatehouse.LinkProof.$Properties} gatehouse.LinkProof.$Shape
         */

        /**
         * Constructs a new LinkProof.
         * @memberof gatehouse
         * @classdesc Represents a LinkProof.
         * @constructor
         * @param {gatehouse.LinkProof.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LinkProof = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LinkProof proof.
         * @member {Uint8Array} proof
         * @memberof gatehouse.LinkProof
         * @instance
         */
        LinkProof.prototype.proof = $util.newBuffer([]);

        /**
         * Creates a new LinkProof instance using the specified properties.
         * @function create
         * @memberof gatehouse.LinkProof
         * @static
         * @param {gatehouse.LinkProof.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LinkProof} LinkProof instance
         * @type {{
         *   (properties: gatehouse.LinkProof.$Shape): gatehouse.LinkProof & gatehouse.LinkProof.$Shape;
         *   (properties?: gatehouse.LinkProof.$Properties): gatehouse.LinkProof;
         * }}
         */
        LinkProof.create = function(properties) {
            return new LinkProof(properties);
        };

        /**
         * Encodes the specified LinkProof message. Does not implicitly {@link gatehouse.LinkProof.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LinkProof
         * @static
         * @param {gatehouse.LinkProof.$Properties} message LinkProof message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LinkProof.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proof);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LinkProof message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LinkProof
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LinkProof & gatehouse.LinkProof.$Shape} LinkProof
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LinkProof.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LinkProof();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proof = value;
                        else
                            delete message.proof;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LinkProof;
    })();

    gatehouse.LinkOpen = (function() {

        /**
         * Properties of a LinkOpen.
         * @typedef {Object} gatehouse.LinkOpen.$Properties
         * @property {gatehouse.StreamKind|null} [stream] LinkOpen stream
         * @property {string|null} [roomId] LinkOpen roomId
         * @property {string|null} [userId] LinkOpen userId
         * @property {string|null} [name] LinkOpen name
         * @property {string|null} [sessionId] LinkOpen sessionId
         * @property {number|null} [sessionEpoch] LinkOpen sessionEpoch
         * @property {gatehouse.Mark.$Properties|null} [mark] LinkOpen mark
         * @property {number|null} [first] LinkOpen first
         * @property {number|null} [turn] LinkOpen turn
         * @property {string|null} [correlationId] LinkOpen correlationId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LinkOpen.
         * @memberof gatehouse
         * @interface ILinkOpen
         * @augments gatehouse.LinkOpen.$Properties
         * @deprecated Use gatehouse.LinkOpen.$Properties instead.
         */

        /**
         * Shape of a LinkOpen.
         * @typedef {gatehouse.LinkOpen.$Properties} gatehouse.LinkOpen.$Shape
         */

        /**
         * Constructs a new LinkOpen.
         * @memberof gatehouse
         * @classdesc Represents a LinkOpen.
         * @constructor
         * @param {gatehouse.LinkOpen.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LinkOpen = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LinkOpen stream.
         * @member {gatehouse.StreamKind} stream
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.stream = 0;

        /**
         * LinkOpen roomId.
         * @member {string} roomId
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.roomId = "";

        /**
         * LinkOpen userId.
         * @member {string} userId
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.userId = "";

        /**
         * LinkOpen name.
         * @member {string} name
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.name = "";

        /**
         * LinkOpen sessionId.
         * @member {string} sessionId
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.sessionId = "";

        /**
         * LinkOpen sessionEpoch.
         * @member {number} sessionEpoch
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.sessionEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LinkOpen mark.
         * @member {gatehouse.Mark.$Properties|null|undefined} mark
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.mark = null;

        /**
         * LinkOpen first.
         * @member {number} first
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.first = 0;

        /**
         * LinkOpen turn.
         * @member {number} turn
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.turn = 0;

        /**
         * LinkOpen correlationId.
         * @member {string} correlationId
         * @memberof gatehouse.LinkOpen
         * @instance
         */
        LinkOpen.prototype.correlationId = "";

        /**
         * Creates a new LinkOpen instance using the specified properties.
         * @function create
         * @memberof gatehouse.LinkOpen
         * @static
         * @param {gatehouse.LinkOpen.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LinkOpen} LinkOpen instance
         * @type {{
         *   (properties: gatehouse.LinkOpen.$Shape): gatehouse.LinkOpen & gatehouse.LinkOpen.$Shape;
         *   (properties?: gatehouse.LinkOpen.$Properties): gatehouse.LinkOpen;
         * }}
         */
        LinkOpen.create = function(properties) {
            return new LinkOpen(properties);
        };

        /**
         * Encodes the specified LinkOpen message. Does not implicitly {@link gatehouse.LinkOpen.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LinkOpen
         * @static
         * @param {gatehouse.LinkOpen.$Properties} message LinkOpen message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LinkOpen.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.stream);
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomId);
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.userId);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.name);
            if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.sessionId);
            if (message.sessionEpoch != null && $Object.hasOwnProperty.call(message, "sessionEpoch") && (typeof message.sessionEpoch === "object" ? message.sessionEpoch.low || message.sessionEpoch.high : message.sessionEpoch !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.sessionEpoch);
            if (message.mark != null && $Object.hasOwnProperty.call(message, "mark"))
                $root.gatehouse.Mark.encode(message.mark, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.first != null && $Object.hasOwnProperty.call(message, "first") && message.first !== 0)
                writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.first);
            if (message.turn != null && $Object.hasOwnProperty.call(message, "turn") && message.turn !== 0)
                writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.turn);
            if (message.correlationId != null && $Object.hasOwnProperty.call(message, "correlationId") && message.correlationId !== "")
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.correlationId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LinkOpen message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LinkOpen
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LinkOpen & gatehouse.LinkOpen.$Shape} LinkOpen
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LinkOpen.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LinkOpen();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.stream = value;
                        else
                            delete message.stream;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.sessionId = value;
                        else
                            delete message.sessionId;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sessionEpoch = value;
                        else
                            delete message.sessionEpoch;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.mark = $root.gatehouse.Mark.decode(reader, reader.size(), $undefined, _depth + 1, message.mark);
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.first = value;
                        else
                            delete message.first;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.turn = value;
                        else
                            delete message.turn;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.correlationId = value;
                        else
                            delete message.correlationId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LinkOpen;
    })();

    gatehouse.LinkClose = (function() {

        /**
         * Properties of a LinkClose.
         * @typedef {Object} gatehouse.LinkClose.$Properties
         * @property {string|null} [code] LinkClose code
         * @property {string|null} [message] LinkClose message
         * @property {Uint8Array|null} [result] LinkClose result
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LinkClose.
         * @memberof gatehouse
         * @interface ILinkClose
         * @augments gatehouse.LinkClose.$Properties
         * @deprecated Use gatehouse.LinkClose.$Properties instead.
         */

        /**
         * Shape of a LinkClose.
         * @typedef {gatehouse.LinkClose.$Properties} gatehouse.LinkClose.$Shape
         */

        /**
         * Constructs a new LinkClose.
         * @memberof gatehouse
         * @classdesc Represents a LinkClose.
         * @constructor
         * @param {gatehouse.LinkClose.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LinkClose = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LinkClose code.
         * @member {string} code
         * @memberof gatehouse.LinkClose
         * @instance
         */
        LinkClose.prototype.code = "";

        /**
         * LinkClose message.
         * @member {string} message
         * @memberof gatehouse.LinkClose
         * @instance
         */
        LinkClose.prototype.message = "";

        /**
         * LinkClose result.
         * @member {Uint8Array} result
         * @memberof gatehouse.LinkClose
         * @instance
         */
        LinkClose.prototype.result = $util.newBuffer([]);

        /**
         * Creates a new LinkClose instance using the specified properties.
         * @function create
         * @memberof gatehouse.LinkClose
         * @static
         * @param {gatehouse.LinkClose.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LinkClose} LinkClose instance
         * @type {{
         *   (properties: gatehouse.LinkClose.$Shape): gatehouse.LinkClose & gatehouse.LinkClose.$Shape;
         *   (properties?: gatehouse.LinkClose.$Properties): gatehouse.LinkClose;
         * }}
         */
        LinkClose.create = function(properties) {
            return new LinkClose(properties);
        };

        /**
         * Encodes the specified LinkClose message. Does not implicitly {@link gatehouse.LinkClose.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LinkClose
         * @static
         * @param {gatehouse.LinkClose.$Properties} message LinkClose message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LinkClose.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
            if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.result);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LinkClose message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LinkClose
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LinkClose & gatehouse.LinkClose.$Shape} LinkClose
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LinkClose.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LinkClose();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.result = value;
                        else
                            delete message.result;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LinkClose;
    })();

    gatehouse.LinkUser = (function() {

        /**
         * Properties of a LinkUser.
         * @typedef {Object} gatehouse.LinkUser.$Properties
         * @property {string|null} [userId] LinkUser userId
         * @property {string|null} [name] LinkUser name
         * @property {boolean|null} [spectator] LinkUser spectator
         * @property {boolean|null} [bot] LinkUser bot
         * @property {string|null} [options] LinkUser options
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LinkUser.
         * @memberof gatehouse
         * @interface ILinkUser
         * @augments gatehouse.LinkUser.$Properties
         * @deprecated Use gatehouse.LinkUser.$Properties instead.
         */

        /**
         * Shape of a LinkUser.
         * @typedef {gatehouse.LinkUser.$Properties} gatehouse.LinkUser.$Shape
         */

        /**
         * Constructs a new LinkUser.
         * @memberof gatehouse
         * @classdesc Represents a LinkUser.
         * @constructor
         * @param {gatehouse.LinkUser.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LinkUser = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LinkUser userId.
         * @member {string} userId
         * @memberof gatehouse.LinkUser
         * @instance
         */
        LinkUser.prototype.userId = "";

        /**
         * LinkUser name.
         * @member {string} name
         * @memberof gatehouse.LinkUser
         * @instance
         */
        LinkUser.prototype.name = "";

        /**
         * LinkUser spectator.
         * @member {boolean} spectator
         * @memberof gatehouse.LinkUser
         * @instance
         */
        LinkUser.prototype.spectator = false;

        /**
         * LinkUser bot.
         * @member {boolean} bot
         * @memberof gatehouse.LinkUser
         * @instance
         */
        LinkUser.prototype.bot = false;

        /**
         * LinkUser options.
         * @member {string} options
         * @memberof gatehouse.LinkUser
         * @instance
         */
        LinkUser.prototype.options = "";

        /**
         * Creates a new LinkUser instance using the specified properties.
         * @function create
         * @memberof gatehouse.LinkUser
         * @static
         * @param {gatehouse.LinkUser.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LinkUser} LinkUser instance
         * @type {{
         *   (properties: gatehouse.LinkUser.$Shape): gatehouse.LinkUser & gatehouse.LinkUser.$Shape;
         *   (properties?: gatehouse.LinkUser.$Properties): gatehouse.LinkUser;
         * }}
         */
        LinkUser.create = function(properties) {
            return new LinkUser(properties);
        };

        /**
         * Encodes the specified LinkUser message. Does not implicitly {@link gatehouse.LinkUser.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LinkUser
         * @static
         * @param {gatehouse.LinkUser.$Properties} message LinkUser message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LinkUser.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
            if (message.spectator != null && $Object.hasOwnProperty.call(message, "spectator") && message.spectator !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.spectator);
            if (message.bot != null && $Object.hasOwnProperty.call(message, "bot") && message.bot !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.bot);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options") && message.options !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.options);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LinkUser message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LinkUser
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LinkUser & gatehouse.LinkUser.$Shape} LinkUser
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LinkUser.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LinkUser();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.userId = value;
                        else
                            delete message.userId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.spectator = value;
                        else
                            delete message.spectator;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.bot = value;
                        else
                            delete message.bot;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.options = value;
                        else
                            delete message.options;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LinkUser;
    })();

    gatehouse.JoinServer = (function() {

        /**
         * Properties of a JoinServer.
         * @typedef {Object} gatehouse.JoinServer.$Properties
         * @property {string|null} [roomId] JoinServer roomId
         * @property {string|null} [roomClass] JoinServer roomClass
         * @property {string|null} [options] JoinServer options
         * @property {Array.<gatehouse.LinkUser.$Properties>|null} [users] JoinServer users
         * @property {string|null} [reservation] JoinServer reservation
         * @property {number|null} [epoch] JoinServer epoch
         * @property {number|null} [deadlineMs] JoinServer deadlineMs
         * @property {string|null} [lobbyRoomId] JoinServer lobbyRoomId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JoinServer.
         * @memberof gatehouse
         * @interface IJoinServer
         * @augments gatehouse.JoinServer.$Properties
         * @deprecated Use gatehouse.JoinServer.$Properties instead.
         */

        /**
         * Shape of a JoinServer.
         * @typedef {gatehouse.JoinServer.$Properties} gatehouse.JoinServer.$Shape
         */

        /**
         * Constructs a new JoinServer.
         * @memberof gatehouse
         * @classdesc Represents a JoinServer.
         * @constructor
         * @param {gatehouse.JoinServer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JoinServer = function (properties) {
            this.users = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JoinServer roomId.
         * @member {string} roomId
         * @memberof gatehouse.JoinServer
         * @instance
         */
        JoinServer.prototype.roomId = "";

        /**
         * JoinServer roomClass.
         * @member {string} roomClass
         * @memberof gatehouse.JoinServer
         * @instance
         */
        JoinServer.prototype.roomClass = "";

        /**
         * JoinServer options.
         * @member {string} options
         * @memberof gatehouse.JoinServer
         * @instance
         */
        JoinServer.prototype.options = "";

        /**
         * JoinServer users.
         * @member {Array.<gatehouse.LinkUser.$Properties>} users
         * @memberof gatehouse.JoinServer
         * @instance
         */
        JoinServer.prototype.users = $util.emptyArray;

        /**
         * JoinServer reservation.
         * @member {string} reservation
         * @memberof gatehouse.JoinServer
         * @instance
         */
        JoinServer.prototype.reservation = "";

        /**
         * JoinServer epoch.
         * @member {number} epoch
         * @memberof gatehouse.JoinServer
         * @instance
         */
        JoinServer.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * JoinServer deadlineMs.
         * @member {number} deadlineMs
         * @memberof gatehouse.JoinServer
         * @instance
         */
        JoinServer.prototype.deadlineMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * JoinServer lobbyRoomId.
         * @member {string} lobbyRoomId
         * @memberof gatehouse.JoinServer
         * @instance
         */
        JoinServer.prototype.lobbyRoomId = "";

        /**
         * Creates a new JoinServer instance using the specified properties.
         * @function create
         * @memberof gatehouse.JoinServer
         * @static
         * @param {gatehouse.JoinServer.$Properties=} [properties] Properties to set
         * @returns {gatehouse.JoinServer} JoinServer instance
         * @type {{
         *   (properties: gatehouse.JoinServer.$Shape): gatehouse.JoinServer & gatehouse.JoinServer.$Shape;
         *   (properties?: gatehouse.JoinServer.$Properties): gatehouse.JoinServer;
         * }}
         */
        JoinServer.create = function(properties) {
            return new JoinServer(properties);
        };

        /**
         * Encodes the specified JoinServer message. Does not implicitly {@link gatehouse.JoinServer.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.JoinServer
         * @static
         * @param {gatehouse.JoinServer.$Properties} message JoinServer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JoinServer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.roomId);
            if (message.roomClass != null && $Object.hasOwnProperty.call(message, "roomClass") && message.roomClass !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomClass);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options") && message.options !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.options);
            if (message.users != null && message.users.length)
                for (let i = 0; i < message.users.length; ++i)
                    $root.gatehouse.LinkUser.encode(message.users[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.reservation != null && $Object.hasOwnProperty.call(message, "reservation") && message.reservation !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.reservation);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.epoch);
            if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && (typeof message.deadlineMs === "object" ? message.deadlineMs.low || message.deadlineMs.high : message.deadlineMs !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.deadlineMs);
            if (message.lobbyRoomId != null && $Object.hasOwnProperty.call(message, "lobbyRoomId") && message.lobbyRoomId !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.lobbyRoomId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JoinServer message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.JoinServer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.JoinServer & gatehouse.JoinServer.$Shape} JoinServer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JoinServer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.JoinServer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomClass = value;
                        else
                            delete message.roomClass;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.options = value;
                        else
                            delete message.options;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.users && message.users.length))
                            message.users = [];
                        message.users.push($root.gatehouse.LinkUser.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reservation = value;
                        else
                            delete message.reservation;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.deadlineMs = value;
                        else
                            delete message.deadlineMs;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.lobbyRoomId = value;
                        else
                            delete message.lobbyRoomId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return JoinServer;
    })();

    gatehouse.JoinServerReply = (function() {

        /**
         * Properties of a JoinServerReply.
         * @typedef {Object} gatehouse.JoinServerReply.$Properties
         * @property {number|null} [maxPlayers] JoinServerReply maxPlayers
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JoinServerReply.
         * @memberof gatehouse
         * @interface IJoinServerReply
         * @augments gatehouse.JoinServerReply.$Properties
         * @deprecated Use gatehouse.JoinServerReply.$Properties instead.
         */

        /**
         * Shape of a JoinServerReply.
         * @typedef {gatehouse.JoinServerReply.$Properties} gatehouse.JoinServerReply.$Shape
         */

        /**
         * Constructs a new JoinServerReply.
         * @memberof gatehouse
         * @classdesc Represents a JoinServerReply.
         * @constructor
         * @param {gatehouse.JoinServerReply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JoinServerReply = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JoinServerReply maxPlayers.
         * @member {number} maxPlayers
         * @memberof gatehouse.JoinServerReply
         * @instance
         */
        JoinServerReply.prototype.maxPlayers = 0;

        /**
         * Creates a new JoinServerReply instance using the specified properties.
         * @function create
         * @memberof gatehouse.JoinServerReply
         * @static
         * @param {gatehouse.JoinServerReply.$Properties=} [properties] Properties to set
         * @returns {gatehouse.JoinServerReply} JoinServerReply instance
         * @type {{
         *   (properties: gatehouse.JoinServerReply.$Shape): gatehouse.JoinServerReply & gatehouse.JoinServerReply.$Shape;
         *   (properties?: gatehouse.JoinServerReply.$Properties): gatehouse.JoinServerReply;
         * }}
         */
        JoinServerReply.create = function(properties) {
            return new JoinServerReply(properties);
        };

        /**
         * Encodes the specified JoinServerReply message. Does not implicitly {@link gatehouse.JoinServerReply.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.JoinServerReply
         * @static
         * @param {gatehouse.JoinServerReply.$Properties} message JoinServerReply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JoinServerReply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.maxPlayers != null && $Object.hasOwnProperty.call(message, "maxPlayers") && message.maxPlayers !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.maxPlayers);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JoinServerReply message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.JoinServerReply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.JoinServerReply & gatehouse.JoinServerReply.$Shape} JoinServerReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JoinServerReply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.JoinServerReply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxPlayers = value;
                        else
                            delete message.maxPlayers;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return JoinServerReply;
    })();

    gatehouse.PlaceRoom = (function() {

        /**
         * Properties of a PlaceRoom.
         * @typedef {Object} gatehouse.PlaceRoom.$Properties
         * @property {string|null} [roomId] PlaceRoom roomId
         * @property {string|null} [roomClass] PlaceRoom roomClass
         * @property {string|null} [options] PlaceRoom options
         * @property {Array.<gatehouse.LinkUser.$Properties>|null} [users] PlaceRoom users
         * @property {string|null} [lobbyRoomId] PlaceRoom lobbyRoomId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PlaceRoom.
         * @memberof gatehouse
         * @interface IPlaceRoom
         * @augments gatehouse.PlaceRoom.$Properties
         * @deprecated Use gatehouse.PlaceRoom.$Properties instead.
         */

        /**
         * Shape of a PlaceRoom.
         * @typedef {gatehouse.PlaceRoom.$Properties} gatehouse.PlaceRoom.$Shape
         */

        /**
         * Constructs a new PlaceRoom.
         * @memberof gatehouse
         * @classdesc Represents a PlaceRoom.
         * @constructor
         * @param {gatehouse.PlaceRoom.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PlaceRoom = function (properties) {
            this.users = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PlaceRoom roomId.
         * @member {string} roomId
         * @memberof gatehouse.PlaceRoom
         * @instance
         */
        PlaceRoom.prototype.roomId = "";

        /**
         * PlaceRoom roomClass.
         * @member {string} roomClass
         * @memberof gatehouse.PlaceRoom
         * @instance
         */
        PlaceRoom.prototype.roomClass = "";

        /**
         * PlaceRoom options.
         * @member {string} options
         * @memberof gatehouse.PlaceRoom
         * @instance
         */
        PlaceRoom.prototype.options = "";

        /**
         * PlaceRoom users.
         * @member {Array.<gatehouse.LinkUser.$Properties>} users
         * @memberof gatehouse.PlaceRoom
         * @instance
         */
        PlaceRoom.prototype.users = $util.emptyArray;

        /**
         * PlaceRoom lobbyRoomId.
         * @member {string} lobbyRoomId
         * @memberof gatehouse.PlaceRoom
         * @instance
         */
        PlaceRoom.prototype.lobbyRoomId = "";

        /**
         * Creates a new PlaceRoom instance using the specified properties.
         * @function create
         * @memberof gatehouse.PlaceRoom
         * @static
         * @param {gatehouse.PlaceRoom.$Properties=} [properties] Properties to set
         * @returns {gatehouse.PlaceRoom} PlaceRoom instance
         * @type {{
         *   (properties: gatehouse.PlaceRoom.$Shape): gatehouse.PlaceRoom & gatehouse.PlaceRoom.$Shape;
         *   (properties?: gatehouse.PlaceRoom.$Properties): gatehouse.PlaceRoom;
         * }}
         */
        PlaceRoom.create = function(properties) {
            return new PlaceRoom(properties);
        };

        /**
         * Encodes the specified PlaceRoom message. Does not implicitly {@link gatehouse.PlaceRoom.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.PlaceRoom
         * @static
         * @param {gatehouse.PlaceRoom.$Properties} message PlaceRoom message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PlaceRoom.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.roomId);
            if (message.roomClass != null && $Object.hasOwnProperty.call(message, "roomClass") && message.roomClass !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.roomClass);
            if (message.options != null && $Object.hasOwnProperty.call(message, "options") && message.options !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.options);
            if (message.users != null && message.users.length)
                for (let i = 0; i < message.users.length; ++i)
                    $root.gatehouse.LinkUser.encode(message.users[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.lobbyRoomId != null && $Object.hasOwnProperty.call(message, "lobbyRoomId") && message.lobbyRoomId !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.lobbyRoomId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PlaceRoom message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.PlaceRoom
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.PlaceRoom & gatehouse.PlaceRoom.$Shape} PlaceRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PlaceRoom.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.PlaceRoom();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomClass = value;
                        else
                            delete message.roomClass;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.options = value;
                        else
                            delete message.options;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.users && message.users.length))
                            message.users = [];
                        message.users.push($root.gatehouse.LinkUser.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.lobbyRoomId = value;
                        else
                            delete message.lobbyRoomId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return PlaceRoom;
    })();

    gatehouse.PlaceRoomReply = (function() {

        /**
         * Properties of a PlaceRoomReply.
         * @typedef {Object} gatehouse.PlaceRoomReply.$Properties
         * @property {string|null} [serverId] PlaceRoomReply serverId
         * @property {number|null} [maxPlayers] PlaceRoomReply maxPlayers
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PlaceRoomReply.
         * @memberof gatehouse
         * @interface IPlaceRoomReply
         * @augments gatehouse.PlaceRoomReply.$Properties
         * @deprecated Use gatehouse.PlaceRoomReply.$Properties instead.
         */

        /**
         * Shape of a PlaceRoomReply.
         * @typedef {gatehouse.PlaceRoomReply.$Properties} gatehouse.PlaceRoomReply.$Shape
         */

        /**
         * Constructs a new PlaceRoomReply.
         * @memberof gatehouse
         * @classdesc Represents a PlaceRoomReply.
         * @constructor
         * @param {gatehouse.PlaceRoomReply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PlaceRoomReply = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PlaceRoomReply serverId.
         * @member {string} serverId
         * @memberof gatehouse.PlaceRoomReply
         * @instance
         */
        PlaceRoomReply.prototype.serverId = "";

        /**
         * PlaceRoomReply maxPlayers.
         * @member {number} maxPlayers
         * @memberof gatehouse.PlaceRoomReply
         * @instance
         */
        PlaceRoomReply.prototype.maxPlayers = 0;

        /**
         * Creates a new PlaceRoomReply instance using the specified properties.
         * @function create
         * @memberof gatehouse.PlaceRoomReply
         * @static
         * @param {gatehouse.PlaceRoomReply.$Properties=} [properties] Properties to set
         * @returns {gatehouse.PlaceRoomReply} PlaceRoomReply instance
         * @type {{
         *   (properties: gatehouse.PlaceRoomReply.$Shape): gatehouse.PlaceRoomReply & gatehouse.PlaceRoomReply.$Shape;
         *   (properties?: gatehouse.PlaceRoomReply.$Properties): gatehouse.PlaceRoomReply;
         * }}
         */
        PlaceRoomReply.create = function(properties) {
            return new PlaceRoomReply(properties);
        };

        /**
         * Encodes the specified PlaceRoomReply message. Does not implicitly {@link gatehouse.PlaceRoomReply.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.PlaceRoomReply
         * @static
         * @param {gatehouse.PlaceRoomReply.$Properties} message PlaceRoomReply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PlaceRoomReply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.serverId != null && $Object.hasOwnProperty.call(message, "serverId") && message.serverId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.serverId);
            if (message.maxPlayers != null && $Object.hasOwnProperty.call(message, "maxPlayers") && message.maxPlayers !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.maxPlayers);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PlaceRoomReply message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.PlaceRoomReply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.PlaceRoomReply & gatehouse.PlaceRoomReply.$Shape} PlaceRoomReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PlaceRoomReply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.PlaceRoomReply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.serverId = value;
                        else
                            delete message.serverId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxPlayers = value;
                        else
                            delete message.maxPlayers;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return PlaceRoomReply;
    })();

    gatehouse.RemoveSeats = (function() {

        /**
         * Properties of a RemoveSeats.
         * @typedef {Object} gatehouse.RemoveSeats.$Properties
         * @property {string|null} [roomId] RemoveSeats roomId
         * @property {Array.<string>|null} [userIds] RemoveSeats userIds
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RemoveSeats.
         * @memberof gatehouse
         * @interface IRemoveSeats
         * @augments gatehouse.RemoveSeats.$Properties
         * @deprecated Use gatehouse.RemoveSeats.$Properties instead.
         */

        /**
         * Shape of a RemoveSeats.
         * @typedef {gatehouse.RemoveSeats.$Properties} gatehouse.RemoveSeats.$Shape
         */

        /**
         * Constructs a new RemoveSeats.
         * @memberof gatehouse
         * @classdesc Represents a RemoveSeats.
         * @constructor
         * @param {gatehouse.RemoveSeats.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RemoveSeats = function (properties) {
            this.userIds = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RemoveSeats roomId.
         * @member {string} roomId
         * @memberof gatehouse.RemoveSeats
         * @instance
         */
        RemoveSeats.prototype.roomId = "";

        /**
         * RemoveSeats userIds.
         * @member {Array.<string>} userIds
         * @memberof gatehouse.RemoveSeats
         * @instance
         */
        RemoveSeats.prototype.userIds = $util.emptyArray;

        /**
         * Creates a new RemoveSeats instance using the specified properties.
         * @function create
         * @memberof gatehouse.RemoveSeats
         * @static
         * @param {gatehouse.RemoveSeats.$Properties=} [properties] Properties to set
         * @returns {gatehouse.RemoveSeats} RemoveSeats instance
         * @type {{
         *   (properties: gatehouse.RemoveSeats.$Shape): gatehouse.RemoveSeats & gatehouse.RemoveSeats.$Shape;
         *   (properties?: gatehouse.RemoveSeats.$Properties): gatehouse.RemoveSeats;
         * }}
         */
        RemoveSeats.create = function(properties) {
            return new RemoveSeats(properties);
        };

        /**
         * Encodes the specified RemoveSeats message. Does not implicitly {@link gatehouse.RemoveSeats.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.RemoveSeats
         * @static
         * @param {gatehouse.RemoveSeats.$Properties} message RemoveSeats message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RemoveSeats.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.roomId != null && $Object.hasOwnProperty.call(message, "roomId") && message.roomId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.roomId);
            if (message.userIds != null && message.userIds.length)
                for (let i = 0; i < message.userIds.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.userIds[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RemoveSeats message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.RemoveSeats
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.RemoveSeats & gatehouse.RemoveSeats.$Shape} RemoveSeats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RemoveSeats.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.RemoveSeats();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.roomId = value;
                        else
                            delete message.roomId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.userIds && message.userIds.length))
                            message.userIds = [];
                        message.userIds.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RemoveSeats;
    })();

    gatehouse.LinkRequest = (function() {

        /**
         * Properties of a LinkRequest.
         * @typedef {Object} gatehouse.LinkRequest.$Properties
         * @property {number|null} [id] LinkRequest id
         * @property {number|null} [timeoutMs] LinkRequest timeoutMs
         * @property {gatehouse.JoinServer.$Properties|null} [joinServer] LinkRequest joinServer
         * @property {gatehouse.PlaceRoom.$Properties|null} [placeRoom] LinkRequest placeRoom
         * @property {gatehouse.RemoveSeats.$Properties|null} [removeSeats] LinkRequest removeSeats
         * @property {"joinServer"|"placeRoom"|"removeSeats"} [body] LinkRequest body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LinkRequest.
         * @memberof gatehouse
         * @interface ILinkRequest
         * @augments gatehouse.LinkRequest.$Properties
         * @deprecated Use gatehouse.LinkRequest.$Properties instead.
         */

        /**
         * Narrowed shape of a LinkRequest.
         * @typedef {{
         *   id?: number|null;
         *   timeoutMs?: number|null;
         *   joinServer?: gatehouse.JoinServer.$Shape|null;
         *   placeRoom?: gatehouse.PlaceRoom.$Shape|null;
         *   removeSeats?: gatehouse.RemoveSeats.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; joinServer?: null; placeRoom?: null; removeSeats?: null }|{ body?: "joinServer"; joinServer: gatehouse.JoinServer.$Shape; placeRoom?: null; removeSeats?: null }|{ body?: "placeRoom"; joinServer?: null; placeRoom: gatehouse.PlaceRoom.$Shape; removeSeats?: null }|{ body?: "removeSeats"; joinServer?: null; placeRoom?: null; removeSeats: gatehouse.RemoveSeats.$Shape })
         * )} gatehouse.LinkRequest.$Shape
         */

        /**
         * Constructs a new LinkRequest.
         * @memberof gatehouse
         * @classdesc Represents a LinkRequest.
         * @constructor
         * @param {gatehouse.LinkRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LinkRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LinkRequest id.
         * @member {number} id
         * @memberof gatehouse.LinkRequest
         * @instance
         */
        LinkRequest.prototype.id = 0;

        /**
         * LinkRequest timeoutMs.
         * @member {number} timeoutMs
         * @memberof gatehouse.LinkRequest
         * @instance
         */
        LinkRequest.prototype.timeoutMs = 0;

        /**
         * LinkRequest joinServer.
         * @member {gatehouse.JoinServer.$Properties|null|undefined} joinServer
         * @memberof gatehouse.LinkRequest
         * @instance
         */
        LinkRequest.prototype.joinServer = null;

        /**
         * LinkRequest placeRoom.
         * @member {gatehouse.PlaceRoom.$Properties|null|undefined} placeRoom
         * @memberof gatehouse.LinkRequest
         * @instance
         */
        LinkRequest.prototype.placeRoom = null;

        /**
         * LinkRequest removeSeats.
         * @member {gatehouse.RemoveSeats.$Properties|null|undefined} removeSeats
         * @memberof gatehouse.LinkRequest
         * @instance
         */
        LinkRequest.prototype.removeSeats = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * LinkRequest body.
         * @member {"joinServer"|"placeRoom"|"removeSeats"|undefined} body
         * @memberof gatehouse.LinkRequest
         * @instance
         */
        $Object.defineProperty(LinkRequest.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["joinServer", "placeRoom", "removeSeats"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new LinkRequest instance using the specified properties.
         * @function create
         * @memberof gatehouse.LinkRequest
         * @static
         * @param {gatehouse.LinkRequest.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LinkRequest} LinkRequest instance
         * @type {{
         *   (properties: gatehouse.LinkRequest.$Shape): gatehouse.LinkRequest & gatehouse.LinkRequest.$Shape;
         *   (properties?: gatehouse.LinkRequest.$Properties): gatehouse.LinkRequest;
         * }}
         */
        LinkRequest.create = function(properties) {
            return new LinkRequest(properties);
        };

        /**
         * Encodes the specified LinkRequest message. Does not implicitly {@link gatehouse.LinkRequest.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LinkRequest
         * @static
         * @param {gatehouse.LinkRequest.$Properties} message LinkRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LinkRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
            if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
            if (message.joinServer != null && $Object.hasOwnProperty.call(message, "joinServer"))
                $root.gatehouse.JoinServer.encode(message.joinServer, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.placeRoom != null && $Object.hasOwnProperty.call(message, "placeRoom"))
                $root.gatehouse.PlaceRoom.encode(message.placeRoom, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.removeSeats != null && $Object.hasOwnProperty.call(message, "removeSeats"))
                $root.gatehouse.RemoveSeats.encode(message.removeSeats, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LinkRequest message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LinkRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LinkRequest & gatehouse.LinkRequest.$Shape} LinkRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LinkRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LinkRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.timeoutMs = value;
                        else
                            delete message.timeoutMs;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.joinServer = $root.gatehouse.JoinServer.decode(reader, reader.size(), $undefined, _depth + 1, message.joinServer);
                        message.body = "joinServer";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.placeRoom = $root.gatehouse.PlaceRoom.decode(reader, reader.size(), $undefined, _depth + 1, message.placeRoom);
                        message.body = "placeRoom";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.removeSeats = $root.gatehouse.RemoveSeats.decode(reader, reader.size(), $undefined, _depth + 1, message.removeSeats);
                        message.body = "removeSeats";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LinkRequest;
    })();

    gatehouse.LinkReply = (function() {

        /**
         * Properties of a LinkReply.
         * @typedef {Object} gatehouse.LinkReply.$Properties
         * @property {number|null} [id] LinkReply id
         * @property {string|null} [errorCode] LinkReply errorCode
         * @property {string|null} [errorMessage] LinkReply errorMessage
         * @property {gatehouse.JoinServerReply.$Properties|null} [joinServer] LinkReply joinServer
         * @property {gatehouse.PlaceRoomReply.$Properties|null} [placeRoom] LinkReply placeRoom
         * @property {string|null} [errorReason] LinkReply errorReason
         * @property {"joinServer"|"placeRoom"} [body] LinkReply body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LinkReply.
         * @memberof gatehouse
         * @interface ILinkReply
         * @augments gatehouse.LinkReply.$Properties
         * @deprecated Use gatehouse.LinkReply.$Properties instead.
         */

        /**
         * Narrowed shape of a LinkReply.
         * @typedef {{
         *   id?: number|null;
         *   errorCode?: string|null;
         *   errorMessage?: string|null;
         *   joinServer?: gatehouse.JoinServerReply.$Shape|null;
         *   placeRoom?: gatehouse.PlaceRoomReply.$Shape|null;
         *   errorReason?: string|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; joinServer?: null; placeRoom?: null }|{ body?: "joinServer"; joinServer: gatehouse.JoinServerReply.$Shape; placeRoom?: null }|{ body?: "placeRoom"; joinServer?: null; placeRoom: gatehouse.PlaceRoomReply.$Shape })
         * )} gatehouse.LinkReply.$Shape
         */

        /**
         * Constructs a new LinkReply.
         * @memberof gatehouse
         * @classdesc Represents a LinkReply.
         * @constructor
         * @param {gatehouse.LinkReply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LinkReply = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LinkReply id.
         * @member {number} id
         * @memberof gatehouse.LinkReply
         * @instance
         */
        LinkReply.prototype.id = 0;

        /**
         * LinkReply errorCode.
         * @member {string} errorCode
         * @memberof gatehouse.LinkReply
         * @instance
         */
        LinkReply.prototype.errorCode = "";

        /**
         * LinkReply errorMessage.
         * @member {string} errorMessage
         * @memberof gatehouse.LinkReply
         * @instance
         */
        LinkReply.prototype.errorMessage = "";

        /**
         * LinkReply joinServer.
         * @member {gatehouse.JoinServerReply.$Properties|null|undefined} joinServer
         * @memberof gatehouse.LinkReply
         * @instance
         */
        LinkReply.prototype.joinServer = null;

        /**
         * LinkReply placeRoom.
         * @member {gatehouse.PlaceRoomReply.$Properties|null|undefined} placeRoom
         * @memberof gatehouse.LinkReply
         * @instance
         */
        LinkReply.prototype.placeRoom = null;

        /**
         * LinkReply errorReason.
         * @member {string} errorReason
         * @memberof gatehouse.LinkReply
         * @instance
         */
        LinkReply.prototype.errorReason = "";

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * LinkReply body.
         * @member {"joinServer"|"placeRoom"|undefined} body
         * @memberof gatehouse.LinkReply
         * @instance
         */
        $Object.defineProperty(LinkReply.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["joinServer", "placeRoom"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new LinkReply instance using the specified properties.
         * @function create
         * @memberof gatehouse.LinkReply
         * @static
         * @param {gatehouse.LinkReply.$Properties=} [properties] Properties to set
         * @returns {gatehouse.LinkReply} LinkReply instance
         * @type {{
         *   (properties: gatehouse.LinkReply.$Shape): gatehouse.LinkReply & gatehouse.LinkReply.$Shape;
         *   (properties?: gatehouse.LinkReply.$Properties): gatehouse.LinkReply;
         * }}
         */
        LinkReply.create = function(properties) {
            return new LinkReply(properties);
        };

        /**
         * Encodes the specified LinkReply message. Does not implicitly {@link gatehouse.LinkReply.verify|verify} messages.
         * @function encode
         * @memberof gatehouse.LinkReply
         * @static
         * @param {gatehouse.LinkReply.$Properties} message LinkReply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LinkReply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.errorMessage);
            if (message.joinServer != null && $Object.hasOwnProperty.call(message, "joinServer"))
                $root.gatehouse.JoinServerReply.encode(message.joinServer, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.placeRoom != null && $Object.hasOwnProperty.call(message, "placeRoom"))
                $root.gatehouse.PlaceRoomReply.encode(message.placeRoom, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.errorReason != null && $Object.hasOwnProperty.call(message, "errorReason") && message.errorReason !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.errorReason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LinkReply message from the specified reader or buffer.
         * @function decode
         * @memberof gatehouse.LinkReply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gatehouse.LinkReply & gatehouse.LinkReply.$Shape} LinkReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LinkReply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gatehouse.LinkReply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.joinServer = $root.gatehouse.JoinServerReply.decode(reader, reader.size(), $undefined, _depth + 1, message.joinServer);
                        message.body = "joinServer";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.placeRoom = $root.gatehouse.PlaceRoomReply.decode(reader, reader.size(), $undefined, _depth + 1, message.placeRoom);
                        message.body = "placeRoom";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorReason = value;
                        else
                            delete message.errorReason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LinkReply;
    })();

    return gatehouse;
})();

export {
  $root as default
};
