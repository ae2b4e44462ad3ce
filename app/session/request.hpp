#pragma once

#include "app/session/command.hpp"
#include "app/session/outcome.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace app {

/// Lets a form wait for the outcome of a command that it has sent. Not thread-safe.
class Reply {
public:
    [[nodiscard]] bool waiting() const noexcept { return m_outcome && !*m_outcome; }
    /// Returns the outcome once; none before it has arrived or after it was taken.
    [[nodiscard]] std::optional<Outcome> take() {
        if (!m_outcome || !*m_outcome) return std::nullopt;
        auto outcome = std::move(**m_outcome);
        m_outcome.reset();
        return outcome;
    }

private:
    friend struct Request;
    std::shared_ptr<std::optional<Outcome>> m_outcome;
};

/// A command on its way to the session, and the Reply that receives its outcome, if the sender wants one.
struct Request {
    Request(Command c) : command{std::move(c)} {} // NOLINT(google-explicit-constructor): a command is a request
    Request(Command c, Reply& reply) : command{std::move(c)}, m_outcome{std::make_shared<std::optional<Outcome>>()} {
        reply.m_outcome = m_outcome;
    }
    /// Hands the outcome to the sender. A pending outcome is ignored: call again with the final one.
    void answer(const Outcome& outcome) const {
        if (m_outcome && !outcome.is_pending()) *m_outcome = outcome;
    }

    Command command;

private:
    std::shared_ptr<std::optional<Outcome>> m_outcome; ///< shared with the sender's Reply; null: the sender has none
};
using Requests = std::vector<Request>;

} // namespace app
