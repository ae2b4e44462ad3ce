#include "app/feeds/source/feed_stream.hpp"
#include "app/feeds/source/links.hpp"
#include "assets/formats/recording/log_reader.hpp"
#include "assets/formats/registry/registry.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {

class Input {
public:
    explicit Input(const FeedUrl& url) : m_descriptor{STDIN_FILENO} {
        if (url.transport == FeedTransport::File) {
            // A pipe without a writer is opened at once, so that the feed can be stopped while it waits for one.
            m_descriptor = ::open(url.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        }
    }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    ~Input() {
        if (m_descriptor > STDIN_FILENO) ::close(m_descriptor);
    }
    [[nodiscard]] int get() const noexcept { return m_descriptor; }

private:
    int m_descriptor;
};

std::string cannot_read(const FeedUrl& url) {
    return (url.transport == FeedTransport::File ? url.path : "standard input") +
           ": cannot read: " + std::strerror(errno);
}

/// Reads the bytes that are available, and checks every 100 ms whether the feed is to stop. Returns 0 at the end or
/// when the feed is to stop, and -1 on an error.
ssize_t read_some(const Input& input, FeedCore& core, std::array<char, 65'536>& buffer) {
    while (!core.stopping()) {
        pollfd waiting{input.get(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, 100);
        if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
        const auto size = ready < 0 ? -1 : ::read(input.get(), buffer.data(), buffer.size());
        if (size < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        return size;
    }
    return 0;
}

/// A sentence that says why a file is not what its URL says: its beginning has no line of that kind, and another format
/// recognises the file. Empty otherwise.
std::optional<std::string> other_format(const FeedUrl& url) {
    const auto candidate = assets::look_at(url.path);
    if (assets::has_line_of(*url.kind, candidate.beginning)) return std::nullopt;
    const auto* format = assets::FormatRegistry::standard().recognise(candidate);
    if (format == nullptr || format->sniff(candidate) != assets::Likeness::Content ||
        format->id == to_string(*url.kind))
        return std::nullopt;
    return fmt::format("{}: is not {} but {}", url.path, to_string(*url.kind), format->description);
}

} // namespace

void run_log_feed(FeedCore& core) {
    const Input input{core.url};
    if (input.get() < 0) return core.failed(FeedLink::Failed, cannot_read(core.url));
    struct stat status {};
    if (::fstat(input.get(), &status) != 0) return core.failed(FeedLink::Failed, cannot_read(core.url));
    const bool regular = S_ISREG(status.st_mode);
    std::optional<assets::Instant> written;
    if (regular) written = assets::Instant{std::chrono::seconds{status.st_mtim.tv_sec}};
    if (regular && core.url.kind) {
        if (const auto why = other_format(core.url)) return core.failed(FeedLink::Unknown, *why);
    }
    core.connected();

    FeedStream stream{core};
    std::optional<assets::LogReader> reader;
    std::string beginning;
    std::array<char, 65'536> buffer{};
    while (true) {
        const auto size = read_some(input, core, buffer);
        if (size < 0) return core.failed(FeedLink::Failed, cannot_read(core.url));
        if (core.stopping()) break;
        const std::string_view bytes{buffer.data(), static_cast<std::size_t>(size)};
        if (reader) {
            if (size == 0) break;
            reader->take(bytes, now_utc());
            continue;
        }
        beginning += bytes;
        const auto format = assets::detect_log_format(
            beginning, core.url.kind, size == 0 ? assets::Beginning::Complete : assets::Beginning::MayContinue);
        if (format) {
            // log_utc_offset_h applies only to a regular file that is not a recording; a pipe is live.
            const bool log = regular && !format->recorded;
            stream.begin(format->kind, log ? std::optional{core.options.log_utc_offset_h} : std::nullopt);
            reader.emplace(format->kind, written, [&](std::string_view part, assets::Instant received) {
                stream.deliver(part, received, reader->time_from());
            });
            reader->take(beginning, now_utc());
        } else if (beginning.size() >= assets::max_sniffed_bytes) {
            return core.failed(FeedLink::Unknown, "standard input is neither AIS nor CoT nor BaseStation lines");
        }
        if (size == 0) break;
    }
    if (reader) {
        reader->end(now_utc());
        stream.end(reader->clock(), reader->time_from());
    } else if (!core.stopping() && beginning.find_first_not_of(" \t\r\n") != std::string::npos) {
        return core.failed(FeedLink::Unknown, "standard input is neither AIS nor CoT nor BaseStation lines");
    }
    core.ended();
}

} // namespace app
