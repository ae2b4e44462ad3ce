#include "app/helper/lock.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace app {
namespace {

[[noreturn]] void fail(int error, const char* what) {
    throw std::system_error{error, std::generic_category(), what};
}

void limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
    const ::rlimit value{soft, hard};
    if (::setrlimit(resource, &value) != 0) fail(errno, "setrlimit");
}

void set_limits(const LockLimits& limits) {
    if (limits.memory_bytes > 0) limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
    const auto cpu = static_cast<rlim_t>(limits.cpu_s);
    limit(RLIMIT_CPU, cpu, cpu + 1); // SIGXCPU, then SIGKILL
    limit(RLIMIT_CORE, 0, 0);
    constexpr rlim_t most_files = 16;
    limit(RLIMIT_NOFILE, most_files, most_files);
}

/// Leaves one file to open, for reading. glibc has no functions for Landlock. Does nothing on kernels without it: the
/// filter of system calls still allows no writing, and nowhere to send what could be read.
void restrict_files(const std::filesystem::path& file) {
    const auto version =
        ::syscall(SYS_landlock_create_ruleset, nullptr, std::size_t{0}, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return;
    constexpr std::uint64_t all_of_version_1 = (std::uint64_t{LANDLOCK_ACCESS_FS_MAKE_SYM} << 1U) - 1;
    ::landlock_ruleset_attr rules{};
    rules.handled_access_fs = all_of_version_1;
    const auto set = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
    if (set < 0) return;
    const int allowed = ::open(file.c_str(), O_PATH | O_CLOEXEC);
    if (allowed >= 0) { // reading reports a missing file
        ::landlock_path_beneath_attr rule{};
        rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
        rule.parent_fd = allowed;
        (void)::syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
        ::close(allowed);
    }
    if (::syscall(SYS_landlock_restrict_self, set, 0) != 0) fail(errno, "landlock_restrict_self");
    ::close(set);
}

struct CloseFilter {
    void operator()(void* filter) const noexcept { ::seccomp_release(filter); }
};

/// Allows the system calls that reading, computing and memory take. Every other one fails with EPERM.
class Filter {
public:
    Filter() : m_filter{::seccomp_init(SCMP_ACT_ERRNO(EPERM))} {
        if (!m_filter) fail(ENOMEM, "seccomp_init");
    }
    void allow(int call) { check(::seccomp_rule_add_array(m_filter.get(), SCMP_ACT_ALLOW, call, 0, nullptr)); }
    /// Allows a call only where the bits of `mask` in one of its arguments are `value`.
    void allow_if(int call, unsigned argument, std::uint64_t mask, std::uint64_t value) {
        const ::scmp_arg_cmp condition{argument, SCMP_CMP_MASKED_EQ, mask, value};
        check(::seccomp_rule_add_array(m_filter.get(), SCMP_ACT_ALLOW, call, 1, &condition));
    }
    void load() { check(::seccomp_load(m_filter.get())); }

private:
    static void check(int result) {
        if (result != 0) fail(-result, "seccomp");
    }

    std::unique_ptr<void, CloseFilter> m_filter;
};

void filter_calls() {
    constexpr std::array free_calls{SCMP_SYS(read),
                                    SCMP_SYS(pread64),
                                    SCMP_SYS(readv),
                                    SCMP_SYS(write),
                                    SCMP_SYS(close),
                                    SCMP_SYS(lseek),
                                    SCMP_SYS(fstat),
                                    SCMP_SYS(newfstatat),
                                    SCMP_SYS(stat),
                                    SCMP_SYS(lstat),
                                    SCMP_SYS(statx),
                                    SCMP_SYS(munmap),
                                    SCMP_SYS(mremap),
                                    SCMP_SYS(madvise),
                                    SCMP_SYS(brk),
                                    SCMP_SYS(rt_sigaction),
                                    SCMP_SYS(rt_sigprocmask),
                                    SCMP_SYS(rt_sigreturn),
                                    SCMP_SYS(sigaltstack),
                                    SCMP_SYS(futex),
                                    SCMP_SYS(getpid),
                                    SCMP_SYS(gettid),
                                    SCMP_SYS(exit),
                                    SCMP_SYS(exit_group),
                                    SCMP_SYS(clock_gettime),
                                    SCMP_SYS(gettimeofday),
                                    SCMP_SYS(getrandom),
                                    SCMP_SYS(sched_yield),
                                    SCMP_SYS(memfd_create),
                                    SCMP_SYS(ftruncate),
                                    SCMP_SYS(sched_getaffinity),
                                    SCMP_SYS(readlink),
                                    SCMP_SYS(nanosleep),
                                    SCMP_SYS(clock_nanosleep),
                                    SCMP_SYS(restart_syscall)};
    Filter filter;
    for (const int call : free_calls)
        filter.allow(call);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    for (const int call : {SCMP_SYS(pipe), SCMP_SYS(pipe2)})
        filter.allow(call); // the check of virtual calls tries addresses by writing them to a pipe
#endif
    // Files are opened for reading only.
    constexpr std::uint64_t writing = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
    filter.allow_if(SCMP_SYS(open), 1, writing, O_RDONLY);
    filter.allow_if(SCMP_SYS(openat), 2, writing, O_RDONLY);
    // No memory becomes a program.
    filter.allow_if(SCMP_SYS(mmap), 2, PROT_EXEC, 0);
    filter.allow_if(SCMP_SYS(mprotect), 2, PROT_EXEC, 0);
    // abort() sends a signal to the process itself.
    constexpr std::uint64_t all_bits = 0xFFFFFFFF;
    filter.allow_if(SCMP_SYS(tgkill), 0, all_bits, static_cast<std::uint64_t>(::getpid()));
    filter.load();
}

} // namespace

void lock_in(const std::filesystem::path& file, const LockLimits& limits) {
    (void)::prctl(PR_SET_PDEATHSIG, SIGKILL); // the process ends with the program
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail(errno, "prctl");
    restrict_files(file);
    set_limits(limits);
    filter_calls();
}

} // namespace app
