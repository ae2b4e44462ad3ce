#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

// TAK messages, encoded here by hand from the public description of the protocol, so that our .proto is tested too.

namespace feeds_test {

inline std::string varint_bytes(std::uint64_t value) {
    std::string out;
    for (; value >= 0x80; value >>= 7)
        out += static_cast<char>((value & 0x7F) | 0x80);
    return out + static_cast<char>(value);
}
inline std::string text_field(unsigned number, std::string_view text) {
    return varint_bytes(number << 3U | 2U) + varint_bytes(text.size()) + std::string{text};
}
inline std::string number_field(unsigned number, std::uint64_t value) {
    return varint_bytes(number << 3U) + varint_bytes(value);
}
inline std::string double_field(unsigned number, double value) {
    std::string bytes(sizeof value, '\0');
    std::memcpy(bytes.data(), &value, sizeof value); // little-endian, as on every machine that we build for
    return varint_bytes(number << 3U | 1U) + bytes;
}

struct TakEvent {
    std::string uid = "u", type = "a-f-S", xml{}, callsign{};
};
inline std::string tak_message(const TakEvent& event) {
    std::string detail;
    if (!event.xml.empty()) detail += text_field(1, event.xml);
    if (!event.callsign.empty()) detail += text_field(2, text_field(2, event.callsign));
    return text_field(2, text_field(1, event.type) + text_field(5, event.uid) + number_field(6, 1'722'427'190'000) +
                             double_field(10, 35.0) + double_field(11, 139.7) + text_field(15, detail));
}

inline const std::string frigate_message = text_field(
    2, text_field(1, "a-f-S-C-L-F-F") + text_field(2, "Undefined") + text_field(5, "ANDROID-1") +
           number_field(6, 1'722'427'190'250) + number_field(7, 1'722'427'190'250) +
           number_field(8, 1'722'427'310'000) + text_field(9, "m-g") + double_field(10, 35.0) +
           double_field(11, 139.7) + double_field(12, -21.5) + double_field(13, 12.5) + double_field(14, 999'999) +
           text_field(15, text_field(1, "<remarks>From a phone</remarks><uid Droid='x'/>") +
                              text_field(2, text_field(1, "*:-1:stcp") + text_field(2, "ALPHA \"1\" <&>")) +
                              text_field(3, text_field(1, "Cyan") + text_field(2, "Team Member")) +
                              text_field(4, text_field(1, "GPS") + text_field(2, "GPS")) +
                              text_field(5, number_field(1, 78)) +
                              text_field(6, text_field(1, "X") + text_field(2, "ATAK-CIV") + text_field(3, "29") +
                                                text_field(4, "4.1")) +
                              text_field(7, double_field(1, 7.716666666666667) + double_field(2, 271.5))));
inline const std::string control_message = text_field(1, number_field(1, 1) + number_field(2, 1));

inline std::string datagram(std::string_view message) {
    return "\xBF\x01\xBF" + std::string{message};
}
inline std::string in_stream(std::string_view message) {
    return "\xBF" + varint_bytes(message.size()) + std::string{message};
}

} // namespace feeds_test
