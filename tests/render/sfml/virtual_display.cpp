#include "tests/render/sfml/virtual_display.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {
namespace {

class Xvfb {
public:
    Xvfb() {
        std::array<int, 2> pipe_ends{};
        if (pipe(pipe_ends.data()) != 0) throw std::runtime_error{"no pipe"};
        const std::string write_end = std::to_string(pipe_ends[1]);
        m_process = fork();
        if (m_process == 0) {
            prctl(PR_SET_PDEATHSIG, SIGTERM); // ends Xvfb even when the tests crash
            close(pipe_ends[0]);
            const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
            dup2(nowhere, STDERR_FILENO);
            execlp("Xvfb", "Xvfb", "-displayfd", write_end.c_str(), "-screen", "0", "1920x1200x24", "-nolisten", "tcp",
                   "-noreset", nullptr);
            _exit(127);
        }
        close(pipe_ends[1]);
        std::string number;
        char c = 0;
        while (read(pipe_ends[0], &c, 1) == 1 && c != '\n')
            number += c;
        close(pipe_ends[0]);
        if (number.empty()) throw std::runtime_error{"Xvfb did not start; install the package xvfb if it is missing"};
        setenv("DISPLAY", (":" + number).c_str(), 1);
        setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    }
    ~Xvfb() {
        kill(m_process, SIGTERM);
        waitpid(m_process, nullptr, 0);
    }
    Xvfb(const Xvfb&) = delete;
    Xvfb& operator=(const Xvfb&) = delete;

private:
    pid_t m_process = -1;
};

} // namespace

void need_display() {
    static const Xvfb server;
}

} // namespace support
