#pragma once

#include "assets/model/values/instant.hpp"

#include <optional>
#include <string_view>

namespace assets::ais {

/// Why a line, a sentence or a payload gave no message. These, and a text for each type that is not read, are the keys
/// of FeedCounts::rejected.
namespace reason {
inline constexpr std::string_view line_too_long = "line too long";         ///< > 1,024 bytes without a line end
inline constexpr std::string_view sentence_too_long = "sentence too long"; ///< > 256 bytes from '!' to its end
inline constexpr std::string_view not_ais = "not AIS";                     ///< other NMEA sentences, rubbish
inline constexpr std::string_view cut_off = "cut off";                     ///< an AIS sentence without its end
inline constexpr std::string_view checksum = "checksum wrong";
inline constexpr std::string_view malformed = "malformed";       ///< fields, numbers or armour
inline constexpr std::string_view part_missing = "part missing"; ///< counted for each sentence of an incomplete message
inline constexpr std::string_view part_repeated = "part received twice";
inline constexpr std::string_view too_short = "message too short"; ///< for its type
} // namespace reason

inline constexpr std::size_t max_line = 1024;
inline constexpr std::size_t max_sentence = 256;
inline constexpr int max_parts = 9;

/// A tag block in front of a sentence (NMEA 4.10): \s:STATION,c:TIME,g:PART-TOTAL-GROUP*hh\ .
struct TagBlock {
    std::string_view source;     ///< s: empty when not given
    std::optional<Instant> time; ///< c: seconds, or milliseconds when the number is too large for seconds
    std::string_view group;      ///< g: the third number, empty when not given
};

/// Seconds since 1970, with or without a fraction, or milliseconds, microseconds or nanoseconds: the size of the number
/// says which. Empty for any other text.
[[nodiscard]] std::optional<Instant> unix_time(std::string_view) noexcept;

/// Reads the text between the backslashes. Empty when the checksum is wrong or missing, or a byte is not printable
/// ASCII.
[[nodiscard]] std::optional<TagBlock> read_tag_block(std::string_view) noexcept;

/// Reads the suffix that some networks of stations append after the checksum: ",r08TPHI1,1242958962".
[[nodiscard]] TagBlock read_suffix(std::string_view) noexcept;

/// One !xxVDM or !xxVDO sentence; its views refer to the text that was read.
struct Sentence {
    std::string_view formatter; ///< with the talker: AIVDM, BSVDO
    int total = 1, part = 1;    ///< 1 to max_parts, part <= total
    int sequence = -1;          ///< 0 to 9; -1 when not given
    char channel = ' ';         ///< A to D (1 and 2 are A and B); blank when not given
    std::string_view payload;
    unsigned fill_bits = 0;  ///< 0 to 5
    std::string_view suffix; ///< the text after the checksum
};

/// A sentence, or the reason why there is none.
struct SentenceResult {
    std::optional<Sentence> sentence;
    std::string_view reason;
};
/// `text` must begin at '!' and end before the next '!' or '\'.
[[nodiscard]] SentenceResult read_sentence(std::string_view text) noexcept;

} // namespace assets::ais
