#include "app/feeds/recorder.hpp"

#include "app/base/errors.hpp"
#include "assets/feeds/cot/tak_message.hpp"
#include "assets/formats/recording/log_reader.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {

constexpr std::size_t longest_line = 1'100, longest_json_line = 17'000;

std::string tag_block(assets::Instant received) {
    const auto since = received.time_since_epoch();
    const auto whole = std::chrono::floor<std::chrono::seconds>(since);
    const auto text = fmt::format("c:{}", whole == since ? whole.count() : since.count());
    unsigned char sum = 0;
    for (const char c : text)
        sum = static_cast<unsigned char>(sum ^ static_cast<unsigned char>(c));
    return fmt::format("\\{}*{:02X}\\", text, sum);
}

std::string wrong_kind(FeedKind recorded, FeedKind wanted) {
    return fmt::format("it is a recording of {}; record {} in another file", to_string(recorded), to_string(wanted));
}

} // namespace

void RecordFramer::take(std::string_view bytes, assets::Instant received, std::string& out) {
    if (m_kind != FeedKind::Cot) return take_lines(bytes, received, out);
    while (!bytes.empty()) {
        const auto part = bytes.substr(0, assets::CotFramer::most_at_once);
        m_events.add(part);
        take_events(assets::CotFramer::Stream::MayContinue, received, out);
        bytes.remove_prefix(part.size());
    }
}

void RecordFramer::end(assets::Instant received, std::string& out) {
    if (m_kind != FeedKind::Cot)
        take_lines("\n", received, out);
    else
        take_events(assets::CotFramer::Stream::Ended, received, out);
}

void RecordFramer::take_lines(std::string_view bytes, assets::Instant received, std::string& out) {
    while (!bytes.empty()) {
        const auto end = bytes.find_first_of("\r\n");
        const auto piece = bytes.substr(0, end);
        const bool is_json = (m_line.empty() ? piece : std::string_view{m_line}).starts_with('{');
        const std::size_t longest = is_json ? longest_json_line : longest_line;
        m_line += piece.substr(0, longest - std::min(longest, m_line.size()));
        if (end == std::string_view::npos) return;
        if (!m_line.empty()) {
            out += tag_block(received);
            out += m_line;
            out += '\n';
        }
        m_line.clear();
        bytes.remove_prefix(end + 1);
    }
}

void RecordFramer::take_events(assets::CotFramer::Stream stream, assets::Instant received, std::string& out) {
    while (const auto piece = m_events.next(stream)) {
        if (piece->refused) continue;
        const auto header = piece->is_tak ? assets::tak_stream_header(piece->bytes.size()) : std::string{};
        out += fmt::format("<!-- received {}, {} bytes -->\n", assets::to_iso(received),
                           header.size() + piece->bytes.size());
        out += header;
        out += piece->bytes;
        out += '\n';
    }
}

Recorder::Recorder(const std::filesystem::path& path, std::optional<FeedKind> kind) : m_name{path.string()} {
    const auto refuse = [this](const std::string& why) {
        if (m_file >= 0) ::close(m_file);
        throw FileError{m_name + ": cannot record: " + why};
    };
    m_file = ::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (m_file < 0 && errno == ENXIO) refuse("no program reads from it");
    const int reason = errno;
    if (m_file < 0) m_file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC); // write-only: /dev/stderr, a pipe
    if (m_file < 0) refuse(std::strerror(reason));
    struct stat status {};
    if (::fstat(m_file, &status) != 0) refuse(std::strerror(errno));
    if (!S_ISREG(status.st_mode)) return;
    // The lock ends with the descriptor. Without it, two programs could both begin an empty file, each with its kind.
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) refuse("another program records into it");
    if (status.st_size == 0) return;

    std::string beginning(assets::max_sniffed_bytes, '\0');
    const auto read = ::pread(m_file, beginning.data(), beginning.size(), 0);
    if (read < 0) refuse(std::strerror(errno));
    beginning.resize(static_cast<std::size_t>(read));
    const auto format = assets::detect_log_format(beginning, std::nullopt, assets::Beginning::Complete);
    if (!format || !format->recorded) refuse("it exists and is not a recording; name another file");
    m_kind = format->kind;
    if (kind && *m_kind != *kind) refuse(wrong_kind(*m_kind, *kind));
    char last = '\n';
    if (::pread(m_file, &last, 1, status.st_size - 1) == 1 && last != '\n')
        append("\n"); // ends a record that was cut off
}

Recorder::~Recorder() {
    if (m_file >= 0) ::close(m_file);
}

void Recorder::admit(FeedKind kind) {
    const std::lock_guard lock{m_mutex};
    if (!m_kind) m_kind = kind;
    if (*m_kind != kind) throw FileError{m_name + ": cannot record: " + wrong_kind(*m_kind, kind)};
}

void Recorder::append(std::string_view records) {
    const std::lock_guard lock{m_mutex};
    while (!records.empty() && m_trouble.empty()) {
        const auto written = ::write(m_file, records.data(), records.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0)
            m_trouble = m_name + ": recording stopped: " + std::strerror(errno);
        else
            records.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::string Recorder::trouble() const {
    const std::lock_guard lock{m_mutex};
    return m_trouble;
}

} // namespace app
