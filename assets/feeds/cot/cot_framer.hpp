#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// Why a stretch of a stream gave no event.
enum class CotRefusal : std::uint8_t {
    Rubbish,       ///< bytes between events that are neither blank, prolog nor comment
    CutOff,        ///< the next event began, or the stream ended, before this one was whole
    NotWellFormed, ///< a tag that is no tag
    DocumentType,  ///< DOCTYPE or another declaration: entities are never defined, let alone fetched
    TooLarge,
    TooDeep,
    TooManyParts,
};
[[nodiscard]] std::string_view to_string(CotRefusal) noexcept;

/// Cuts a stream of bytes into `<event ...>...</event>` and `<event .../>`; nothing else frames them. What comes out
/// does not depend on where the stream was cut. After anything refused it goes on at the next `<event`, at the latest;
/// each byte is looked at a bounded number of times, also in a stream that means harm.
class CotFramer {
public:
    static constexpr std::size_t most_bytes = 1'048'576;  ///< of an event, its tags included
    static constexpr int most_depth = 64;                 ///< of elements, the event included
    static constexpr int most_parts = 65'536;             ///< elements and attributes together
    static constexpr std::size_t longest_between = 4'096; ///< of a comment or a prolog between events
    /// At most this much is to be added at once, so that memory stays within a few MB.
    static constexpr std::size_t most_at_once = 65'536;

    struct Piece {
        std::string_view event; ///< empty when refused; valid until the framer is called again
        std::optional<CotRefusal> refused;
    };
    enum class Stream : std::uint8_t { GoesOn, Ended };

    void add(std::string_view bytes);
    /// The next piece; empty when more bytes are needed, or when an ended stream is used up.
    [[nodiscard]] std::optional<Piece> next(Stream);

private:
    enum class State : std::uint8_t { Between, DocType, InEvent };
    enum class Step : std::uint8_t { Again, More };
    enum Hidden : std::size_t { Comment, CharacterData, Instruction }; ///< what may hold a '<' that opens nothing
    struct Search {
        Step step = Step::More;
        std::size_t end = 0; ///< behind the terminator; 0: there is none within the limit
    };

    Step step_between(Stream, std::optional<Piece>& piece);
    Step step_doctype(Stream);
    Step step_in_event(Stream, std::optional<Piece>& piece);
    Step step_text(std::optional<Piece>& piece);
    Step step_tag(std::optional<Piece>& piece);
    Step step_end_tag(std::optional<Piece>& piece);
    Step finish_event(std::optional<Piece>& piece);
    void begin_event();
    void refuse(CotRefusal, std::size_t go_on_at, std::optional<Piece>& piece);
    [[nodiscard]] Search search(Hidden, std::size_t opener_end, std::size_t limit, Stream);
    [[nodiscard]] bool could_become(std::string_view word, std::size_t at, Stream) const noexcept;
    [[nodiscard]] bool is_event_tag(std::size_t at) const noexcept;
    [[nodiscard]] std::string_view here() const noexcept { return std::string_view{m_text}.substr(m_at); }
    [[nodiscard]] std::size_t limit() const noexcept { return m_start + most_bytes; }
    void forget_what_is_done();

    std::string m_text;
    std::size_t m_at = 0;    ///< everything before it is decided
    std::size_t m_start = 0; ///< of the event, in State::InEvent
    std::size_t m_tag = 0;   ///< how far the tag at m_at has been read; 0: not begun
    State m_state = State::Between;
    char m_quote = '\0'; ///< inside a tag or a DOCTYPE
    int m_depth = 0;
    int m_parts = 0;
    int m_brackets = 0;                         ///< of a DOCTYPE
    bool m_rubbish = false;                     ///< seen since the last event, and not yet told
    bool m_told = false;                        ///< what follows something refused is part of it
    bool m_had_doctype = false;                 ///< the event to come belongs to a document with a DOCTYPE
    std::array<std::size_t, 3> m_none_before{}; ///< by Hidden: no terminator begins before this
};

} // namespace assets
