#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What a helper process writes to its pipe: frames of a length (4 bytes, little-endian), a kind (1 byte) and a body.
namespace geo {

enum class FrameKind : char {
    Record = 'r',
    Progress = 'p', ///< one byte: percent
    Refusal = 'e',  ///< a code, a NUL and a sentence: why the file is not read
    Done = 'd'      ///< all records have been sent
};

/// A message between the helper process and its parent.
struct PipeFrame {
    FrameKind kind;
    std::string_view body; ///< valid until the reader takes more bytes
};

inline constexpr std::size_t most_frame_bytes = std::size_t{64} << 20U;

/// Writes frames to a file descriptor, through a buffer. Throws std::system_error when the pipe is closed.
class FrameWriter {
public:
    explicit FrameWriter(int file) : m_file{file} {}
    void write(FrameKind, std::string_view body);
    void progress(int percent);
    void refuse(std::string_view code, std::string_view sentence);
    void flush();

private:
    int m_file;
    int m_percent = -1;
    std::string m_buffer;
};

/// Takes bytes as they come from a pipe and returns the frames in them.
class FrameReader {
public:
    void take(std::string_view bytes);
    /// The next complete frame.
    [[nodiscard]] std::optional<PipeFrame> next();
    /// Whether the bytes are not frames.
    [[nodiscard]] bool broken() const noexcept { return m_broken; }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
    bool m_broken = false;
};

/// Numbers and texts in the body of a record: numbers are 4 bytes, little-endian; a text has its length before it.
void put_number(std::string& body, std::uint32_t);
void put_text(std::string& body, std::string_view);
/// Each removes what it reads from the front of the body; nothing if the body is too short.
[[nodiscard]] std::optional<std::uint32_t> take_number(std::string_view& body);
[[nodiscard]] std::optional<std::string_view> take_text(std::string_view& body);

} // namespace geo
