#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// Why a section of a stream gave no event.
enum class CotRefusal : std::uint8_t {
    Rubbish,       ///< bytes between events that are neither blank, prolog nor comment
    CutOff,        ///< the next event began, or the stream ended, before this one was complete
    NotWellFormed, ///< a tag that contains '<'
    DocumentType,  ///< DOCTYPE or another declaration; refused so that no entity is ever defined or fetched
    TooLarge,
    TooDeep,
    TooManyParts,
};
[[nodiscard]] std::string_view to_string(CotRefusal) noexcept;

/// Cuts a stream of bytes into `<event ...>...</event>` and `<event .../>`, which have no other framing, and messages
/// of TAK protocol 1. The pieces do not depend on how the calls of add() divide the stream. After a refusal, framing
/// resumes at the next `<event` at the latest. Each byte is read a bounded number of times, even in a hostile stream.
class CotFramer {
public:
    static constexpr std::size_t most_bytes = 1'048'576;  ///< of an event, including its tags
    static constexpr int most_depth = 64;                 ///< of nested elements, including the event
    static constexpr int most_parts = 65'536;             ///< elements and attributes together
    static constexpr std::size_t longest_between = 4'096; ///< bytes of a comment or a prolog between events
    /// The most bytes that one call of add() may pass. This keeps memory within a few MB.
    static constexpr std::size_t most_at_once = 65'536;

    struct Piece {
        std::string_view bytes; ///< empty when refused; valid until the next call
        std::optional<CotRefusal> refused;
        bool is_tak = false; ///< `bytes` is a message of TAK protocol 1, without its header; else it is an event
    };
    enum class Stream : std::uint8_t { MayContinue, Ended };

    void add(std::string_view bytes);
    /// Returns the next piece; empty when more bytes are needed, or when an ended stream has no more pieces.
    [[nodiscard]] std::optional<Piece> next(Stream);

private:
    enum class State : std::uint8_t { Between, DocType, InEvent };
    enum class Step : std::uint8_t { Again, More };                    ///< More: more bytes are needed
    enum Opaque : std::size_t { Comment, CharacterData, Instruction }; ///< sections in which '<' opens no tag
    struct Search {
        Step step = Step::More;
        std::size_t end = 0; ///< position after the terminator; 0: no terminator within the limit
    };

    Step step_between(Stream, std::optional<Piece>& piece);
    Step step_tak(Stream, std::optional<Piece>& piece);
    Step step_doctype(Stream);
    Step leave_doctype(std::size_t resume_at);
    Step step_in_event(Stream, std::optional<Piece>& piece);
    Step step_text(std::optional<Piece>& piece);
    Step step_tag(std::optional<Piece>& piece);
    Step step_end_tag(std::optional<Piece>& piece);
    Step finish_event(std::optional<Piece>& piece);
    void begin_event();
    void refuse(CotRefusal, std::size_t resume_at, std::optional<Piece>& piece);
    [[nodiscard]] Search search(Opaque, std::size_t opener_end, std::size_t limit, Stream);
    [[nodiscard]] bool could_become(std::string_view token, std::size_t at, Stream) const noexcept;
    [[nodiscard]] bool is_event_tag(std::size_t at) const noexcept;
    [[nodiscard]] std::string_view here() const noexcept { return std::string_view{m_text}.substr(m_at); }
    [[nodiscard]] std::size_t limit() const noexcept { return m_start + most_bytes; }
    void discard_consumed();

    std::string m_text;
    std::size_t m_at = 0;    ///< everything before this position is done
    std::size_t m_start = 0; ///< start of the event, in State::InEvent
    std::size_t m_tag = 0;   ///< how far the tag at m_at has been read; 0: not begun
    State m_state = State::Between;
    char m_quote = '\0'; ///< the open quote in a tag or DOCTYPE; '\0': none
    int m_depth = 0;
    int m_parts = 0;
    int m_brackets = 0;                                  ///< open brackets of a DOCTYPE
    bool m_event_quoted = false;                         ///< the quoted text of a DOCTYPE has the tag of an event
    std::size_t m_no_doctype_before = 0;                 ///< no DOCTYPE that begins before this is closed
    bool m_rubbish = false;                              ///< there was rubbish since the last event, not counted yet
    bool m_after_refusal = false;                        ///< rubbish that follows belongs to the last refusal
    bool m_had_doctype = false;                          ///< the next event belongs to a document with a DOCTYPE
    std::array<std::size_t, 3> m_no_terminator_before{}; ///< by Opaque: no terminator begins before this
};

} // namespace assets
