// Linear algebra from Python: combinations of a journal's rows, and a linear system alone.
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/unique_ptr.h>
#include <nanobind/stl/vector.h>

#include "binding/binding.hpp"
#include "theories/combinations.hpp"

namespace porism::binding {

using namespace nb::literals;

namespace {

// The linear system alone, for differential tests against an exact model and for benchmarks.
class System {
public:
    System(std::size_t count, std::uint64_t seed)
        : system_((checks::require(count <= 10'000'000, "too many variables"), count), seed) {}
    using Sparse = std::vector<std::tuple<Variable, std::int64_t, std::int64_t>>;
    bool add(const Sparse& equation) { return system_.add(terms(equation)) == LinearSystem::Added::kNew; }
    bool is_entailed(const Sparse& equation) const { return system_.is_entailed(terms(equation)); }
    std::size_t rank() const { return system_.rank(); }
    std::size_t size() const { return system_.size(); }
    // What the search does with it: see theories/linear_system.hpp.
    Variable add_variable(bool fixed) { return system_.add_variable(fixed); }
    void begin_generation() { system_.begin_generation(); }
    void mark() {
        checks::require(!is_marked_, "a trial has begun already");
        system_.mark();
        is_marked_ = true;
    }
    void rollback() {
        checks::require(is_marked_, "no trial has begun");
        system_.rollback();
        is_marked_ = false;
    }
    std::size_t absorb(const System& other) {
        checks::require(!is_marked_, "a trial goes on");
        checks::require(other.system_.size() >= size(), "the other system has other variables");
        return system_.absorb(other.system_);
    }
    std::unique_ptr<System> copy() const {
        checks::require(!is_marked_, "a trial goes on");
        return std::make_unique<System>(*this);
    }
    // Asks h(a) − h(b) − h(c) + h(d) = 0 `count` times over the variables in turn; returns how often it was true.
    std::size_t query_four(std::size_t count) const {
        const std::size_t n = system_.size();
        checks::require(n > 0, "there is no variable to ask for");
        std::size_t hits = 0;
        Variable a = 0, b = 1 % n, c = 2 % n, d = 3 % n;
        for (std::size_t i = 0; i < count; ++i) {
            const std::array<Term, 4> query = {{{a, 1}, {b, field::kPrime - 1}, {c, field::kPrime - 1}, {d, 1}}};
            hits += system_.is_entailed(query);
            a = b, b = c, c = d, d = static_cast<Variable>((d + 7) % n);
        }
        return hits;
    }

private:
    std::vector<Term> terms(const Sparse& equation) const {
        std::vector<Term> all;
        for (const auto& [v, p, q] : equation) {
            checks::require(v < system_.size(), "there is no variable of this number");
            checks::rational(p, q);
            all.push_back({v, field::from_rational(p, q)});
        }
        return all;
    }
    LinearSystem system_;
    bool is_marked_ = false;
};

// (column, numerator, denominator)
using CoefficientList = std::vector<std::tuple<std::uint32_t, std::int64_t, std::int64_t>>;

std::vector<Coefficient> coefficients(const CoefficientList& list, std::size_t columns) {
    std::vector<Coefficient> found;
    for (const auto& [column, numerator, denominator] : list) {
        checks::require(column < columns, "there is no column of this number");
        checks::rational(numerator, denominator);
        found.push_back({column, numerator, denominator});
    }
    return found;
}

std::unique_ptr<Combinations> combinations(const std::vector<CoefficientList>& rows, std::size_t columns) {
    checks::require(columns <= 10'000'000, "there are too many columns");
    std::vector<std::vector<Coefficient>> read;
    for (const CoefficientList& row : rows) read.push_back(coefficients(row, columns));
    return std::make_unique<Combinations>(std::move(read), columns);
}

using Costs = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

// (factors, whether they are exact); None where there is no combination.
std::optional<std::pair<CoefficientList, bool>> least(const Combinations& rows, const Costs& costs,
                                                      const CoefficientList& target) {
    checks::require(costs.size() <= rows.row_count(), "there are fewer rows than costs");
    const std::span<const double> of_rows(costs.data(), costs.size());
    for (double cost : of_rows) checks::require(cost >= 0, "a cost is negative or no number");
    const auto found = rows.least(of_rows, rows.target(coefficients(target, rows.column_count())));
    if (!found) return std::nullopt;
    CoefficientList factors;
    for (const Coefficient& c : found->factors) factors.emplace_back(c.place, c.numerator, c.denominator);
    return std::pair{factors, found->is_exact};
}

std::optional<std::size_t> first_entailing(const Combinations& rows, const CoefficientList& target) {
    return rows.first_entailing(rows.target(coefficients(target, rows.column_count())));
}

}  // namespace

void add_linear(nb::module_& m) {
    nb::class_<Combinations>(m, "Combinations")
        .def(nb::new_(&combinations), "rows"_a, "columns"_a)
        .def("least", &least, "costs"_a, "target"_a)
        .def("first_entailing", &first_entailing, "target"_a);
    nb::class_<System>(m, "LinearSystem")
        .def(nb::init<std::size_t, std::uint64_t>(), "count"_a, "seed"_a = 1)
        .def("add", &System::add, "equation"_a)
        .def("is_entailed", &System::is_entailed, "equation"_a)
        .def("query_four", &System::query_four, "count"_a)
        .def("add_variable", &System::add_variable, nb::kw_only(), "fixed"_a)
        .def("begin_generation", &System::begin_generation)
        .def("mark", &System::mark)
        .def("rollback", &System::rollback)
        .def("absorb", &System::absorb, "other"_a)
        .def("copy", &System::copy)
        .def_prop_ro("size", &System::size)
        .def_prop_ro("rank", &System::rank);
}

}  // namespace porism::binding
