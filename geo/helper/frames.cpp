#include "geo/helper/frames.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <unistd.h>

namespace geo {
namespace {

constexpr std::size_t number_bytes = 4, head_bytes = number_bytes + 1;
constexpr std::size_t most_buffered = std::size_t{64} << 10U;
constexpr unsigned byte_bits = 8, byte_mask = 0xFF;

std::uint32_t number_at(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < number_bytes; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (byte_bits * i);
    return value;
}

} // namespace

void put_number(std::string& body, std::uint32_t value) {
    for (std::size_t i = 0; i < number_bytes; ++i)
        body += static_cast<char>((value >> (byte_bits * i)) & byte_mask);
}

void put_text(std::string& body, std::string_view text) {
    put_number(body, static_cast<std::uint32_t>(text.size()));
    body += text;
}

std::optional<std::uint32_t> take_number(std::string_view& body) {
    if (body.size() < number_bytes) return std::nullopt;
    const auto value = number_at(body);
    body.remove_prefix(number_bytes);
    return value;
}

std::optional<std::string_view> take_text(std::string_view& body) {
    const auto size = take_number(body);
    if (!size || body.size() < *size) return std::nullopt;
    const auto text = body.substr(0, *size);
    body.remove_prefix(*size);
    return text;
}

void FrameWriter::write(FrameKind kind, std::string_view body) {
    put_number(m_buffer, static_cast<std::uint32_t>(body.size()));
    m_buffer += static_cast<char>(kind);
    m_buffer += body;
    if (m_buffer.size() >= most_buffered) flush();
}

void FrameWriter::progress(int percent) {
    if (percent <= m_percent) return;
    m_percent = percent;
    const char byte = static_cast<char>(std::min(percent, 100));
    write(FrameKind::Progress, {&byte, 1});
    flush();
}

void FrameWriter::refuse(std::string_view code, std::string_view sentence) {
    std::string body{code};
    body += '\0';
    write(FrameKind::Refusal, body.append(sentence));
    flush();
}

void FrameWriter::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_file, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error{errno, std::generic_category(), "the pipe to the program"};
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
}

void FrameReader::take(std::string_view bytes) {
    m_bytes.erase(0, m_at);
    m_at = 0;
    m_bytes += bytes;
}

std::optional<PipeFrame> FrameReader::next() {
    const std::string_view rest = std::string_view{m_bytes}.substr(m_at);
    if (m_broken || rest.size() < head_bytes) return std::nullopt;
    const std::size_t size = number_at(rest);
    const char kind = rest[number_bytes];
    m_broken = size > most_frame_bytes || std::string_view{"rped"}.find(kind) == std::string_view::npos;
    if (m_broken || rest.size() < head_bytes + size) return std::nullopt;
    m_at += head_bytes + size;
    return PipeFrame{static_cast<FrameKind>(kind), rest.substr(head_bytes, size)};
}

} // namespace geo
