#pragma once

#include <string>
#include <utility>

namespace app {

/// What came of a command.
struct Outcome {
    enum class State {
        Done,
        Refused, ///< all is as it was
        Pending  ///< a worker has it in hand; an outcome with the same number comes later
    };
    State state = State::Done;
    std::string sentence; ///< Refused: why; Done: what there is to say, often nothing
    unsigned number = 0;  ///< of a command that was or is pending; 0: of any other

    [[nodiscard]] static Outcome refused(std::string why, unsigned number = 0) {
        return {State::Refused, std::move(why), number};
    }
    [[nodiscard]] bool is_done() const noexcept { return state == State::Done; }
    [[nodiscard]] bool is_refused() const noexcept { return state == State::Refused; }
    [[nodiscard]] bool is_pending() const noexcept { return state == State::Pending; }
};

} // namespace app
