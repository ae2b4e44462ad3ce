#include "assets/feeds/cot/cot_framer.hpp"

#include "assets/feeds/cot/tak_message.hpp"

#include <algorithm>
#include <cassert>

namespace assets {
namespace {

constexpr std::string_view event_tag = "<event", event_tag_and_blank = "<event ", end_tag = "</",
                           event_end_tag = "</event";
constexpr std::string_view comment = "<!--", character_data = "<![CDATA[", instruction = "<?", doctype = "<!DOCTYPE";
constexpr std::array<std::string_view, 3> terminators{"-->", "]]>", "?>"}; // by Opaque
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view openers = "<\xEF\xBF"; ///< first bytes of a tag, of a byte order mark and of a TAK message
constexpr std::size_t longest_doctype = 65'536;

/// Blanks between events include NUL, with which some senders end an event.
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}

bool is_name_end(char c) {
    constexpr std::string_view after = " \t\r\n/>";
    return after.find(c) != std::string_view::npos;
}

} // namespace

std::string_view to_string(CotRefusal refusal) noexcept {
    switch (refusal) {
    case CotRefusal::Rubbish:
        return "rubbish between events";
    case CotRefusal::CutOff:
        return "event cut off";
    case CotRefusal::NotWellFormed:
        return "not well-formed";
    case CotRefusal::DocumentType:
        return "document type declared";
    case CotRefusal::TooLarge:
        return "event too large";
    case CotRefusal::TooDeep:
        return "event too deep";
    case CotRefusal::TooManyParts:
        return "event with too many parts";
    }
    return "";
}

void CotFramer::add(std::string_view bytes) {
    assert(bytes.size() <= most_at_once);
    discard_consumed();
    m_text += bytes;
}

std::optional<CotFramer::Piece> CotFramer::next(Stream stream) {
    std::optional<Piece> piece;
    while (!piece) {
        Step step = Step::More;
        switch (m_state) {
        case State::Between:
            step = step_between(stream, piece);
            break;
        case State::DocType:
            step = step_doctype(stream);
            break;
        case State::InEvent:
            step = step_in_event(stream, piece);
            if (step == Step::More && stream == Stream::Ended && !piece) {
                refuse(CotRefusal::CutOff, m_text.size(), piece);
                step = Step::Again;
            }
            break;
        }
        if (step == Step::More) break;
    }
    if (!piece && stream == Stream::Ended) { // a new stream may follow
        if (m_rubbish) piece = Piece{{}, CotRefusal::Rubbish};
        *this = CotFramer{};
    }
    return piece;
}

/// Called when bytes are added, not after every event, because moving the rest costs time in proportion to its length.
void CotFramer::discard_consumed() {
    const std::size_t done = m_state == State::InEvent ? m_start : m_at;
    if (done < most_at_once || done < m_text.size() / 2) {
        if (done < m_text.size()) return;
    }
    m_text.erase(0, done);
    m_at -= done;
    m_start = m_start >= done ? m_start - done : 0;
    m_tag = m_tag >= done ? m_tag - done : 0;
    m_no_doctype_before = m_no_doctype_before >= done ? m_no_doctype_before - done : 0;
    for (std::size_t& position : m_no_terminator_before)
        position = position >= done ? position - done : 0;
}

/// Whether `token` may begin at `at` with its last bytes still to arrive.
bool CotFramer::could_become(std::string_view token, std::size_t at, Stream stream) const noexcept {
    const auto rest = std::string_view{m_text}.substr(at);
    return stream == Stream::MayContinue && rest.size() < token.size() && token.starts_with(rest);
}

bool CotFramer::is_event_tag(std::size_t at) const noexcept {
    const auto rest = std::string_view{m_text}.substr(at);
    if (!rest.starts_with(event_tag) || rest.size() == event_tag.size()) return false;
    return is_name_end(rest[event_tag.size()]);
}

/// Looks for a terminator that ends at `limit` at the latest. Remembers failed searches, so that a stream that opens
/// thousands of comments and closes none is read once and not once per comment.
CotFramer::Search CotFramer::search(Opaque kind, std::size_t opener_end, std::size_t limit, Stream stream) {
    const std::string_view terminator = terminators[kind];
    const std::size_t from = std::max(opener_end, m_no_terminator_before[kind]);
    const std::size_t found = from < m_text.size() ? m_text.find(terminator, from) : std::string::npos;
    if (found != std::string::npos) {
        m_no_terminator_before[kind] = found;
        return {Step::Again, found + terminator.size() <= limit ? found + terminator.size() : 0};
    }
    const std::size_t kept = terminator.size() - 1; // the last bytes may begin a terminator
    m_no_terminator_before[kind] = std::max(from, m_text.size() > kept ? m_text.size() - kept : 0);
    const bool none_to_come = m_text.size() >= limit || stream == Stream::Ended;
    return {none_to_come ? Step::Again : Step::More, 0};
}

void CotFramer::refuse(CotRefusal refusal, std::size_t resume_at, std::optional<Piece>& piece) {
    piece = Piece{{}, refusal};
    m_state = State::Between;
    m_at = resume_at;
    m_tag = 0;
    m_quote = '\0';
    m_rubbish = false;
    m_after_refusal = true;
    m_had_doctype = false;
}

void CotFramer::begin_event() {
    m_state = State::InEvent;
    m_start = m_at;
    m_tag = 0;
    m_quote = '\0';
    m_depth = 0;
    m_parts = 0;
}

CotFramer::Step CotFramer::step_between(Stream stream, std::optional<Piece>& piece) {
    const std::size_t open = std::min(m_text.find_first_of(openers, m_at), m_text.size());
    const auto skipped = std::string_view{m_text}.substr(m_at, open - m_at);
    if (!m_after_refusal && !std::all_of(skipped.begin(), skipped.end(), is_blank)) m_rubbish = true;
    m_at = open;
    if (m_at == m_text.size() || could_become(byte_order_mark, m_at, stream)) return Step::More;
    if (here().starts_with(byte_order_mark)) {
        m_at += byte_order_mark.size();
        return Step::Again;
    }
    if (m_text[m_at] == tak_mark) return step_tak(stream, piece);

    if (is_event_tag(m_at)) {
        if (m_rubbish) {
            m_rubbish = false;
            piece = Piece{{}, CotRefusal::Rubbish};
            return Step::Again;
        }
        m_after_refusal = false;
        begin_event();
        return Step::Again;
    }
    for (const std::string_view token : {event_tag_and_blank, comment, instruction, doctype})
        if (could_become(token, m_at, stream)) return Step::More;
    const std::string_view rest = here();
    if (rest.starts_with(doctype)) {
        m_had_doctype = true;
        if (m_at < m_no_doctype_before) {
            m_rubbish = true;
            m_at += doctype.size();
            return Step::Again;
        }
        m_state = State::DocType;
        m_tag = m_at + doctype.size();
        m_quote = '\0';
        m_brackets = 0;
        m_event_quoted = false;
        return Step::Again;
    }
    const bool is_comment = rest.starts_with(comment);
    if (is_comment || rest.starts_with(instruction)) {
        constexpr std::string_view prolog = "<?xml ";
        if (!is_comment && could_become(prolog, m_at, stream)) return Step::More;
        const std::size_t opener_end = m_at + (is_comment ? comment : instruction).size();
        const Search found = search(is_comment ? Comment : Instruction, opener_end, m_at + longest_between, stream);
        if (found.step == Step::More) return Step::More;
        if (found.end != 0) {
            if (rest.starts_with(prolog)) m_had_doctype = false; // a new document begins
            m_at = found.end;
            return Step::Again;
        }
    }
    if (!m_after_refusal) m_rubbish = true;
    ++m_at;
    return Step::Again;
}

/// Reads a message of TAK protocol 1, or passes over a byte that only looks like its mark.
CotFramer::Step CotFramer::step_tak(Stream stream, std::optional<Piece>& piece) {
    const TakFrame frame = find_tak_frame(here(), stream == Stream::Ended);
    if (frame.found == TakFrame::Found::Perhaps) return Step::More;
    if (frame.found == TakFrame::Found::No) {
        if (!m_after_refusal) m_rubbish = true;
        ++m_at;
        return Step::Again;
    }
    if (m_rubbish) {
        m_rubbish = false;
        piece = Piece{{}, CotRefusal::Rubbish};
    } else if (frame.found == TakFrame::Found::Begun) {
        refuse(CotRefusal::CutOff, m_at + 1, piece);
    } else {
        m_after_refusal = m_had_doctype = false;
        piece = Piece{here().substr(frame.begin, frame.end - frame.begin), std::nullopt, true};
        m_at += frame.end;
    }
    return Step::Again;
}

/// Looks for the end of a DOCTYPE. The declarations in its brackets end with '>' too, and quoted text may contain
/// anything, also the tag of an event in an entity; but no sender quotes two of them, or the end of one. When a DOCTYPE
/// is never closed, framing resumes behind its first word, so that it swallows no events.
CotFramer::Step CotFramer::step_doctype(Stream stream) {
    for (; m_tag < m_text.size() && m_tag - m_at < longest_doctype; ++m_tag) {
        const char c = m_text[m_tag];
        if (c == '<') {
            for (const std::string_view token : {event_tag_and_blank, event_end_tag, doctype})
                if (could_become(token, m_tag, stream)) return Step::More;
            const bool begins = is_event_tag(m_tag);
            const auto rest = std::string_view{m_text}.substr(m_tag);
            if (m_quote == '\0' && begins) return leave_doctype(m_tag); // the declaration was never closed
            const bool impossible = begins && (m_event_quoted || m_brackets <= 0);
            if (rest.starts_with(event_end_tag) || rest.starts_with(doctype) || impossible)
                return leave_doctype(m_at + doctype.size());
            m_event_quoted = m_event_quoted || begins;
        } else if (m_quote != '\0') {
            if (c == m_quote) m_quote = '\0';
        } else if (c == '"' || c == '\'') {
            m_quote = c;
        } else if (c == '[') {
            ++m_brackets;
        } else if (c == ']') {
            --m_brackets;
        } else if (c == '>' && m_brackets <= 0) {
            return leave_doctype(m_tag + 1);
        }
    }
    if (m_tag - m_at < longest_doctype && stream == Stream::MayContinue) return Step::More;
    return leave_doctype(m_at + doctype.size());
}

CotFramer::Step CotFramer::leave_doctype(std::size_t resume_at) {
    if (resume_at < m_tag) { // it was never closed, and neither is one within it
        m_no_doctype_before = std::max(m_no_doctype_before, m_tag);
        m_rubbish = true;
    }
    m_at = resume_at;
    m_tag = 0;
    m_quote = '\0';
    m_state = State::Between;
    return Step::Again;
}

CotFramer::Step CotFramer::step_in_event(Stream stream, std::optional<Piece>& piece) {
    if (m_tag != 0) return here().starts_with(end_tag) ? step_end_tag(piece) : step_tag(piece);
    if (m_depth > 0 && m_at < m_text.size() && m_text[m_at] != '<') return step_text(piece);
    if (m_at >= limit()) {
        refuse(CotRefusal::TooLarge, m_at, piece);
        return Step::Again;
    }
    if (m_at == m_text.size()) return Step::More;

    for (const std::string_view token : {event_tag_and_blank, comment, character_data, end_tag})
        if (could_become(token, m_at, stream)) return Step::More;
    const std::string_view rest = here();
    if (is_event_tag(m_at) && m_at != m_start) {
        refuse(CotRefusal::CutOff, m_at, piece);
        return Step::Again;
    }
    const bool is_comment = rest.starts_with(comment), is_data = rest.starts_with(character_data);
    if (is_comment || is_data || rest.starts_with(instruction)) {
        const std::size_t opener_end = m_at + (is_comment ? comment : is_data ? character_data : instruction).size();
        const Search found = search(is_comment ? Comment
                                    : is_data  ? CharacterData
                                               : Instruction,
                                    opener_end, limit(), stream);
        if (found.step == Step::More) return Step::More;
        if (found.end != 0)
            m_at = found.end;
        else // whole events may follow the opener
            refuse(m_text.size() >= limit() ? CotRefusal::TooLarge : CotRefusal::CutOff, opener_end, piece);
        return Step::Again;
    }
    if (rest.starts_with("<!")) {
        refuse(CotRefusal::DocumentType, m_at + 2, piece);
        return Step::Again;
    }
    m_tag = m_at + 1;
    return Step::Again;
}

CotFramer::Step CotFramer::step_text(std::optional<Piece>& piece) {
    const std::size_t stop = std::min(m_text.size(), limit());
    m_at = std::min(m_text.find('<', m_at), stop);
    if (m_at < stop) return Step::Again;
    if (stop < limit()) return Step::More;
    refuse(CotRefusal::TooLarge, m_at, piece);
    return Step::Again;
}

/// Reads a start tag or a self-closing tag. XML allows no '<' within a tag, quoted or not, so a '<' shows that bytes
/// were lost before it.
CotFramer::Step CotFramer::step_tag(std::optional<Piece>& piece) {
    for (; m_tag < m_text.size(); ++m_tag) {
        const char c = m_text[m_tag];
        if (m_tag >= limit()) {
            refuse(CotRefusal::TooLarge, m_tag, piece);
            return Step::Again;
        }
        if (c == '<') {
            refuse(CotRefusal::NotWellFormed, m_tag, piece);
            return Step::Again;
        }
        if (m_quote != '\0') {
            if (c == m_quote) m_quote = '\0';
        } else if (c == '"' || c == '\'') {
            m_quote = c;
        } else if (c == '=') {
            ++m_parts;
        } else if (c == '>') {
            const bool self_closing = m_text[m_tag - 1] == '/';
            m_at = m_tag + 1;
            m_tag = 0;
            if (++m_parts > most_parts) {
                refuse(CotRefusal::TooManyParts, m_at, piece);
            } else if (m_depth == most_depth) {
                refuse(CotRefusal::TooDeep, m_at, piece);
            } else if (!self_closing) {
                ++m_depth;
            } else if (m_depth == 0) {
                return finish_event(piece);
            }
            return Step::Again;
        }
    }
    return Step::More;
}

CotFramer::Step CotFramer::step_end_tag(std::optional<Piece>& piece) {
    for (; m_tag < m_text.size(); ++m_tag) {
        const char c = m_text[m_tag];
        if (m_tag >= limit() || c == '<') {
            refuse(c == '<' ? CotRefusal::NotWellFormed : CotRefusal::TooLarge, m_tag, piece);
            return Step::Again;
        }
        if (c == '>') {
            const bool of_event = std::string_view{m_text}.substr(m_at, m_tag - m_at).starts_with(event_end_tag) &&
                                  is_name_end(m_text[m_at + event_end_tag.size()]);
            m_at = m_tag + 1;
            m_tag = 0;
            // </event> ends the event even if an inner element was not closed: waiting would cost the next event.
            if (--m_depth == 0 || of_event) return finish_event(piece);
            return Step::Again;
        }
    }
    return Step::More;
}

CotFramer::Step CotFramer::finish_event(std::optional<Piece>& piece) {
    if (m_had_doctype) {
        refuse(CotRefusal::DocumentType, m_at, piece);
        return Step::Again;
    }
    piece = Piece{std::string_view{m_text}.substr(m_start, m_at - m_start), std::nullopt};
    m_state = State::Between;
    return Step::Again;
}

} // namespace assets
