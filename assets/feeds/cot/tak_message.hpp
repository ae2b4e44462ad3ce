#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// TAK protocol 1 carries events as protobuf messages. A datagram is BF 01 BF and the message; a stream has BF, the
/// length of the message as a varint, and the message.
inline constexpr char tak_mark = '\xBF';

/// Where a framed message stands in the bytes that begin with tak_mark.
struct TakFrame {
    enum class Found : std::uint8_t {
        No,       ///< these bytes begin no message
        Perhaps,  ///< more bytes are needed
        Begun,    ///< they begin a message, but end within it
        Complete, ///< the message is bytes [begin, end)
    };
    Found found = Found::No;
    std::size_t begin = 0, end = 0;
};
inline constexpr std::size_t longest_tak_message = 1'048'576; ///< bytes; a longer one is no message

/// Looks at the beginning of `bytes`; `is_all` says that no more follow. A datagram's message, which has no length,
/// ends before the first byte that cannot belong to it.
[[nodiscard]] TakFrame find_tak_frame(std::string_view bytes, bool is_all);

/// The header of a message of `bytes` bytes in a stream.
[[nodiscard]] std::string tak_stream_header(std::size_t bytes);

/// The event of a message as XML, as CotFramer cuts it from a stream.
struct TakReading {
    std::optional<std::string> event;
    std::string_view reason; ///< why there is no event; empty for a message that carries none (only control)
};
[[nodiscard]] TakReading read_tak_message(std::string_view message);

} // namespace assets
