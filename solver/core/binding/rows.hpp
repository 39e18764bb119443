// Rows that Python sees as structured arrays of numpy: each struct here is one, its fields by name on both sides.
//
// A dtype is made from the struct itself (names, offsets and sizes), so nobody counts columns.
#pragma once

#include <cstring>
#include <span>
#include <vector>

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include "search/candidates.hpp"

namespace porism::rows {

namespace nb = nanobind;

struct LocusRow {
    std::int32_t kind;
    std::array<std::int32_t, 3> parents;
};

// place: candidates of one place have the same number. reached: how many constructions lead there.
struct CandidateRow {
    LocusRow first, second;
    std::int32_t place, stage, reached;
};

// See `Trial`.
struct TrialRow {
    std::int32_t done, proved;
    std::array<std::int32_t, kTheories> news;
    std::array<std::int32_t, 5> relations;
    std::int32_t facts, statement_news;
};

// An entry of the journal. `terms` and `arguments` are where its own begin in the lists of all terms and arguments.
struct EntryRow {
    std::uint8_t kind, rule, theory;
    std::int32_t circle;
    std::uint32_t terms, term_count, arguments, argument_count;
};

// See `PairView`; of a curve, a row for each point; two directions that differ by a right angle.
struct PairRow {
    std::int32_t a, b, direction, length;
};
struct CurveRow {
    std::int32_t curve, is_circle, is_known, is_center, point;
};
struct RightAngleRow {
    std::int32_t first, second;
};

// What numpy.dtype takes.
class Layout {
public:
    explicit Layout(std::size_t size) { spec_["itemsize"] = size; }
    template <typename Format>
    Layout& with(const char* name, std::size_t offset, const Format& format) {
        names_.append(name), offsets_.append(offset), formats_.append(format);
        return *this;
    }
    nb::object dtype() {
        spec_["names"] = names_, spec_["formats"] = formats_, spec_["offsets"] = offsets_;
        return nb::module_::import_("numpy").attr("dtype")(spec_);
    }

private:
    nb::dict spec_;
    nb::list names_, formats_, offsets_;
};

template <typename Row>
nb::object new_dtype();

// Made once, when the module is loaded: numpy takes as long to make one as the core for a trial.
template <typename Row>
nb::object dtype() {
    static const nb::handle kept = new_dtype<Row>().release();
    return nb::borrow(kept);
}

#define PORISM_FIELD(Row, name, format) with(#name, offsetof(Row, name), format)

template <>
inline nb::object new_dtype<LocusRow>() {
    return Layout(sizeof(LocusRow))
        .PORISM_FIELD(LocusRow, kind, "i4")
        .PORISM_FIELD(LocusRow, parents, "(3,)i4")
        .dtype();
}
template <>
inline nb::object new_dtype<CandidateRow>() {
    const nb::object locus = new_dtype<LocusRow>();
    return Layout(sizeof(CandidateRow))
        .PORISM_FIELD(CandidateRow, first, locus)
        .PORISM_FIELD(CandidateRow, second, locus)
        .PORISM_FIELD(CandidateRow, place, "i4")
        .PORISM_FIELD(CandidateRow, stage, "i4")
        .PORISM_FIELD(CandidateRow, reached, "i4")
        .dtype();
}
template <>
inline nb::object new_dtype<TrialRow>() {
    static_assert(kTheories == 4);
    return Layout(sizeof(TrialRow))
        .PORISM_FIELD(TrialRow, done, "i4")
        .PORISM_FIELD(TrialRow, proved, "i4")
        .PORISM_FIELD(TrialRow, news, "(4,)i4")
        .PORISM_FIELD(TrialRow, relations, "(5,)i4")
        .PORISM_FIELD(TrialRow, facts, "i4")
        .PORISM_FIELD(TrialRow, statement_news, "i4")
        .dtype();
}
template <>
inline nb::object new_dtype<EntryRow>() {
    return Layout(sizeof(EntryRow))
        .PORISM_FIELD(EntryRow, kind, "u1")
        .PORISM_FIELD(EntryRow, rule, "u1")
        .PORISM_FIELD(EntryRow, theory, "u1")
        .PORISM_FIELD(EntryRow, circle, "i4")
        .PORISM_FIELD(EntryRow, terms, "u4")
        .PORISM_FIELD(EntryRow, term_count, "u4")
        .PORISM_FIELD(EntryRow, arguments, "u4")
        .PORISM_FIELD(EntryRow, argument_count, "u4")
        .dtype();
}
template <>
inline nb::object new_dtype<JournalTerm>() {
    return Layout(sizeof(JournalTerm))
        .PORISM_FIELD(JournalTerm, variable, "u4")
        .PORISM_FIELD(JournalTerm, numerator, "i8")
        .PORISM_FIELD(JournalTerm, denominator, "i8")
        .dtype();
}
template <>
inline nb::object new_dtype<PairRow>() {
    return Layout(sizeof(PairRow))
        .PORISM_FIELD(PairRow, a, "i4")
        .PORISM_FIELD(PairRow, b, "i4")
        .PORISM_FIELD(PairRow, direction, "i4")
        .PORISM_FIELD(PairRow, length, "i4")
        .dtype();
}
template <>
inline nb::object new_dtype<CurveRow>() {
    return Layout(sizeof(CurveRow))
        .PORISM_FIELD(CurveRow, curve, "i4")
        .PORISM_FIELD(CurveRow, is_circle, "i4")
        .PORISM_FIELD(CurveRow, is_known, "i4")
        .PORISM_FIELD(CurveRow, is_center, "i4")
        .PORISM_FIELD(CurveRow, point, "i4")
        .dtype();
}
template <>
inline nb::object new_dtype<RightAngleRow>() {
    return Layout(sizeof(RightAngleRow))
        .PORISM_FIELD(RightAngleRow, first, "i4")
        .PORISM_FIELD(RightAngleRow, second, "i4")
        .dtype();
}

#undef PORISM_FIELD

// Numbers as an array of `width` columns that owns its data.
template <typename T>
nb::ndarray<nb::numpy, T> as_array(std::vector<T>&& values, std::size_t width) {
    auto* data = new std::vector<T>(std::move(values));
    const nb::capsule owner(data, [](void* p) noexcept { delete static_cast<std::vector<T>*>(p); });
    return nb::ndarray<nb::numpy, T>(data->data(), {data->size() / width, width}, owner);
}

// Rows as a structured array, of one dimension, that owns its data.
template <typename Row>
nb::object as_rows(std::vector<Row>&& values) {
    auto* data = new std::vector<Row>(std::move(values));
    const nb::capsule owner(data, [](void* p) noexcept { delete static_cast<std::vector<Row>*>(p); });
    const std::size_t bytes = data->size() * sizeof(Row);
    const nb::ndarray<nb::numpy, std::uint8_t> raw(data->data(), {bytes}, owner);
    return nb::cast(raw).attr("view")(dtype<Row>());
}

// A structured array that Python hands over, of one dimension and in one piece. Raises ValueError for any other.
template <typename Row>
class Rows {
public:
    explicit Rows(nb::handle array) {
        if (!nb::hasattr(array, "dtype") || !array.attr("dtype").equal(dtype<Row>()) ||
            nb::cast<std::size_t>(array.attr("ndim")) != 1) {
            throw nb::value_error("the rows are of another type than the core's");
        }
        bytes_ = nb::cast<Bytes>(array.attr("view")("u1"));
    }
    std::size_t size() const { return bytes_.size() / sizeof(Row); }
    Row operator[](std::size_t i) const {
        Row row;
        std::memcpy(&row, bytes_.data() + i * sizeof(Row), sizeof row);
        return row;
    }

private:
    using Bytes = nb::ndarray<const std::uint8_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
    Bytes bytes_;
};

}  // namespace porism::rows
