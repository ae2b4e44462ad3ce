#pragma once

#include "app/feeds/feed_url.hpp"
#include "assets/feeds/cot/cot_framer.hpp"
#include "assets/model/values/instant.hpp"

#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

namespace app {

/// Cuts what a feed received into the records of a recording:
///   AIS, SBS   \c:UNIX*hh\LINE           an NMEA tag block with the second of arrival in front of the line as it came
///   CoT        <!-- received 2024-07-31T12:00:00Z, 532 bytes -->    then the event as it came, then a line end
/// A line of more than 1,024 bytes is kept up to its 1,100th byte: it is too long for the decoders then as it was
/// before. What lies between CoT events is left out. Not for several threads; one for each feed.
class RecordFramer {
public:
    explicit RecordFramer(FeedKind kind) : m_kind{kind} {}
    /// Appends the records that these bytes complete.
    void take(std::string_view bytes, assets::Instant received, std::string& out);
    /// The stream has ended: a last line without its end becomes a record.
    void end(assets::Instant received, std::string& out);

private:
    void take_lines(std::string_view bytes, assets::Instant received, std::string& out);
    void take_events(assets::CotFramer::Stream, assets::Instant received, std::string& out);

    FeedKind m_kind;
    std::string m_line;
    assets::CotFramer m_events;
};

/// A recording, appended to. Records of several feeds of one kind may come from several threads. Each is with the
/// system as soon as append() returns, so a program that is killed loses nothing that it had received.
class Recorder {
public:
    /// Creates the file or goes on in it. Throws FileError when it cannot be opened, or holds anything but a recording
    /// of this kind (of any kind where none is given).
    Recorder(const std::filesystem::path&, std::optional<FeedKind>);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    ~Recorder();

    /// Before the first records of a feed. Throws FileError when the recording is of another kind.
    void admit(FeedKind);
    /// Whole records. After a failure nothing more is written, so that a hole does not look like silence.
    void append(std::string_view records);
    /// Why recording stopped, as a sentence that names the file; empty while all is well.
    [[nodiscard]] std::string trouble() const;

private:
    std::string m_name;
    mutable std::mutex m_mutex;
    std::optional<FeedKind> m_kind; ///< none while it is empty
    std::string m_trouble;
    int m_file = -1;
};

} // namespace app
