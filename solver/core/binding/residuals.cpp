// Residuals of equations from Python, with arrays in and arrays out.
#include <nanobind/stl/pair.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/unique_ptr.h>
#include <nanobind/stl/vector.h>

#include "binding/binding.hpp"
#include "numeric/residuals.hpp"

namespace porism::binding {

using namespace nb::literals;

namespace {

using Places = nb::ndarray<const double, nb::shape<-1, 2>, nb::c_contig, nb::device::cpu>;
using Column = nb::ndarray<nb::numpy, double, nb::ndim<1>>;
using Matrix = nb::ndarray<nb::numpy, double, nb::ndim<2>>;

// (equation, first, second, coefficient) of each term; (theory, constant) of each equation; pairs of points.
using Terms = std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t, double>>;
using Equations = std::vector<std::pair<Theory, double>>;
using Overlaps = std::vector<std::pair<std::int64_t, std::int64_t>>;

std::unique_ptr<Residuals> made(std::size_t points, const Terms& terms, const Equations& equations,
                                const Overlaps& overlaps) {
    checks::require(points > 0 && points <= checks::kMostPoints, "there are no points, or too many");
    std::vector<Residuals::Term> all;
    for (const auto& [equation, first, second, coefficient] : terms) {
        checks::require(equation >= 0 && static_cast<std::size_t>(equation) < equations.size(),
                        "there is no equation of this number");
        checks::point(first, points), checks::point(second, points);
        all.push_back({static_cast<std::uint32_t>(equation), static_cast<std::uint32_t>(first),
                       static_cast<std::uint32_t>(second), equations[static_cast<std::size_t>(equation)].first,
                       coefficient});
    }
    std::vector<Residuals::Row> rows;
    for (const auto& [theory, constant] : equations) rows.push_back({constant, theory == Theory::kDirection});
    std::vector<Residuals::Pair> pairs;
    for (const auto& [first, second] : overlaps) {
        checks::point(first, points), checks::point(second, points);
        pairs.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(second)});
    }
    return std::make_unique<Residuals>(points, std::move(all), std::move(rows), std::move(pairs));
}

// An array that Python owns, and the place to write to.
template <typename Array>
std::pair<Array, std::span<double>> array(std::initializer_list<std::size_t> shape) {
    std::size_t size = 1;
    for (std::size_t n : shape) size *= n;
    auto* data = new double[size]();
    nb::capsule owner(data, [](void* p) noexcept { delete[] static_cast<double*>(p); });
    return {Array(data, shape, owner), {data, size}};
}

std::span<const double> at(const Residuals& of, const Places& xy) {
    checks::require(xy.shape(0) == of.point_count(), "there are other numbers of points and of places");
    return {xy.data(), xy.size()};
}

Column residuals(const Residuals& of, const Places& xy) {
    auto [found, values] = array<Column>({of.row_count()});
    of.evaluate(at(of, xy), values, {});
    return found;
}

double largest(const Residuals& of, const Places& xy) {
    std::vector<double> values(of.row_count());
    of.evaluate(at(of, xy), values, {});
    double found = 0;
    for (double x : values) {
        if (!(std::abs(x) <= found)) found = std::abs(x);  // no number is the largest of all
        if (std::isnan(found)) break;
    }
    return found;
}

std::pair<Column, Matrix> jacobian(const Residuals& of, const Places& xy) {
    auto [found, values] = array<Column>({of.row_count()});
    auto [matrix, slopes] = array<Matrix>({of.row_count(), 2 * of.point_count()});
    of.evaluate(at(of, xy), values, slopes);
    return {found, matrix};
}

}  // namespace

void add_residuals(nb::module_& m) {
    nb::class_<Residuals>(m, "Residuals")
        .def(nb::new_(&made), "points"_a, "terms"_a, "equations"_a, "overlaps"_a)
        .def("residuals", &residuals, "xy"_a)
        .def("largest", &largest, "xy"_a)
        .def("jacobian", &jacobian, "xy"_a)
        .def_prop_ro("rows", &Residuals::row_count);
}

}  // namespace porism::binding
