#pragma once

#include "app/feeds/feed_url.hpp"
#include "assets/feeds/cot/cot_framer.hpp"
#include "assets/model/values/instant.hpp"

#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

namespace app {

/// Cuts the bytes of a feed into the records of a recording:
///   AIS, SBS   \c:UNIX*hh\LINE           an NMEA tag block with the time of arrival, then the line as received
///   CoT        <!-- received 2024-07-31T12:00:00Z, 532 bytes -->    then the event as received and a line end;
///              a message of TAK protocol 1 has the header that it has in a stream, with its length
/// A line is cut after 1,100 bytes, so that the decoders, whose limit is 1,024 bytes, reject it in the recording as
/// they did when it was received. Bytes between CoT events are left out. Not thread-safe: each feed has its own.
class RecordFramer {
public:
    explicit RecordFramer(FeedKind kind) : m_kind{kind} {}
    /// Appends the records that these bytes complete.
    void take(std::string_view bytes, assets::Instant received, std::string& out);
    /// Ends the stream: an unfinished last line becomes a record.
    void end(assets::Instant received, std::string& out);

private:
    void take_lines(std::string_view bytes, assets::Instant received, std::string& out);
    void take_events(assets::CotFramer::Stream, assets::Instant received, std::string& out);

    FeedKind m_kind;
    std::string m_line;
    assets::CotFramer m_events;
};

/// Appends to a recording. Several threads may append the records of feeds of one kind. Each record is handed to the
/// system before append() returns, so a program that is killed loses nothing that it has received.
class Recorder {
public:
    /// Creates the file or opens it to append. Throws FileError when the file cannot be opened, or is not empty and not
    /// a recording of this kind (of any kind when none is given).
    Recorder(const std::filesystem::path&, std::optional<FeedKind>);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    ~Recorder();

    /// Must be called before the first records of a feed. Throws FileError when the recording is of another kind.
    void admit(FeedKind);
    /// Appends complete records. After a failure nothing more is written, so that a gap does not look like silence.
    void append(std::string_view records);
    /// Why recording stopped, as a sentence that names the file; empty while recording works.
    [[nodiscard]] std::string trouble() const;

private:
    std::string m_name;
    mutable std::mutex m_mutex;
    std::optional<FeedKind> m_kind; ///< empty while the recording is empty
    std::string m_trouble;
    int m_file = -1;
};

} // namespace app
