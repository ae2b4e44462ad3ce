#pragma once

#include "tests/assets/feeds/decoding.hpp"

#include <array>

namespace feeds_test {

/// A line of each transmission type, as receivers write them.
inline const std::array<std::string, 8> sbs_lines{
    "MSG,1,145,256,7404F2,11267,2024/07/31,11:59:48.611,2024/07/31,11:59:49.161,RJA1118,,,,,,,,,,,",
    "MSG,2,1,1,400F2B,1,2024/07/31,11:59:58.000,2024/07/31,11:59:58.100,,0,12,91,51.4700,-0.4543,,,0,0,0,-1",
    "MSG,3,1,1,C06B1A,1,2024/07/31,11:59:59.000,2024/07/31,11:59:59.050,,37000,,,49.19489,-123.18401,,,0,0,0,0",
    "MSG,4,1,1,c06b1a,1,2024/07/31,11:59:59.200,2024/07/31,11:59:59.250,,,420.5,287.3,,,-1216,,,,,0",
    "MSG,5,1,1,71BC21,1,2024/07/31,11:59:57.000,2024/07/31,11:59:57.010,,10000,,,,,,,0,,0,0",
    "MSG,6,1,1,A1B2C3,1,2024/07/31,11:59:57.000,2024/07/31,11:59:57.010,,10000,,,,,,7700,0,1,0,0",
    "MSG,7,1,1,86D5E4,1,2024/07/31,11:59:57.000,2024/07/31,11:59:57.010,,4300,,,,,,,,,,0",
    "MSG,8,1,1,780A3F,1,2024/07/31,11:59:57.000,2024/07/31,11:59:57.010,,,,,,,,,,,,0",
};

inline std::string sbs_stream(std::string_view line_end) {
    std::string out;
    for (const auto& line : sbs_lines)
        out.append(line).append(line_end);
    return out;
}

inline DecodeResult decode_sbs(std::string_view bytes, std::size_t piece = 0) {
    return decode(*assets::make_sbs_decoder(), bytes, piece);
}

/// The one message of one line; throws when there is none.
inline assets::FeedMessage sbs_message(std::string_view line) {
    auto result = decode_sbs(std::string{line} + "\n");
    if (result.messages.size() != 1) throw std::runtime_error{"not one message: " + as_text(result)};
    return result.messages.front();
}

} // namespace feeds_test
