#pragma once

#include <string>
#include <utility>

namespace app {

/// The result of a command.
struct Outcome {
    enum class State {
        Done,
        Refused, ///< nothing has changed
        Pending  ///< a worker is carrying it out; an outcome with the same number follows
    };
    State state = State::Done;
    std::string sentence; ///< Refused: the reason; Done: a message for the user, often empty
    unsigned number = 0;  ///< of a command that is or was pending; 0: of any other command

    [[nodiscard]] static Outcome refused(std::string why, unsigned number = 0) {
        return {State::Refused, std::move(why), number};
    }
    [[nodiscard]] bool is_done() const noexcept { return state == State::Done; }
    [[nodiscard]] bool is_refused() const noexcept { return state == State::Refused; }
    [[nodiscard]] bool is_pending() const noexcept { return state == State::Pending; }
};

} // namespace app
