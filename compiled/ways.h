/* What translated sources ask by a shorter way than Python's own: patterns, small numbers, fields of records, nothing to go through. */

#pragma once

/* What rasad__short holds for all: how patterns are asked (see seekers.h) and strings sought (see strings.h), small whole numbers, how records
   of pydantic look up names. */
typedef struct {
    PyObject *(*sought)(int, PyObject *, PyObject *, Py_ssize_t, Py_ssize_t, int);
    char (*among)(PyObject *, PyObject *, Py_ssize_t, Py_ssize_t);
    PyObject **numbers;
    getattrofunc record;
} rasad_common;
enum { RASAD_SEARCH, RASAD_MATCH, RASAD_WHOLE, RASAD_ALL, RASAD_NUMBERS = 1 << 14 };
static rasad_common *rasad_shared;

static inline rasad_common *
rasad_told(void)
{
    if (rasad_shared == NULL)
        rasad_shared = PyCapsule_Import("rasad__short.common", 0);
    return rasad_shared;
}

/* A whole number as an object: places in texts are made once. */
static inline PyObject *
rasad_number(Py_ssize_t value)
{
    if (value < 0 || value >= RASAD_NUMBERS || (rasad_shared == NULL && (PyErr_Occurred() || rasad_told() == NULL)))
        return PyLong_FromSsize_t(value);
    PyObject **known = rasad_shared->numbers + value;
    if (*known == NULL && (*known = PyLong_FromSsize_t(value)) == NULL)
        return NULL;
    return Py_NewRef(*known);
}

/* What goes through a tuple; through that which holds nothing, as most do here, one that has ended serves all. */
static inline PyObject *
rasad_through(PyObject *items)
{
    static PyObject *ended;
    if (!PyTuple_CheckExact(items) || PyTuple_GET_SIZE(items) != 0)
        return PyObject_GetIter(items);
    if (ended == NULL) {
        PyObject *one = PyObject_GetIter(items);
        if (one == NULL || PyIter_Next(one) != NULL)
            return one;
        ended = one;
    }
    return Py_NewRef(ended);
}

/* The next of what goes through a list or a tuple, which lies there; as Python up to 3.13 has it, where only one thread runs at once. */
typedef struct {
    PyObject_HEAD
    Py_ssize_t at;
    PyObject *items;
} rasad_way;

static inline PyObject *
rasad_next(PyObject *one)
{
#if PY_VERSION_HEX < 0x030e0000 && !defined(Py_GIL_DISABLED)
    int of_list = Py_IS_TYPE(one, &PyListIter_Type);
    if (of_list || Py_IS_TYPE(one, &PyTupleIter_Type)) {
        rasad_way *way = (rasad_way *)one;
        PyObject *items = way->items;
        if (items == NULL)
            return NULL;
        if (way->at < Py_SIZE(items)) {
            PyObject **all = of_list ? ((PyListObject *)items)->ob_item : ((PyTupleObject *)items)->ob_item;
            return Py_NewRef(all[way->at++]);
        }
        way->items = NULL;
        Py_DECREF(items);
        return NULL;
    }
#endif
    return PyIter_Next(one);
}

/* one.name: a record of pydantic mostly holds it by itself. */
static inline PyObject *
rasad_attribute(PyObject *one, PyObject *name)
{
    if (rasad_shared == NULL && !PyErr_Occurred() && rasad_told() == NULL)
        PyErr_Clear();
    if (rasad_shared != NULL && rasad_shared->record == Py_TYPE(one)->tp_getattro) {
        PyObject **own = _PyObject_GetDictPtr(one), *found = own == NULL || *own == NULL ? NULL : PyDict_GetItemWithError(*own, name);
        if (found != NULL)
            return Py_NewRef(found);
        if (PyErr_Occurred())
            return NULL;
    }
    return PyObject_GetAttr(one, name);
}

/* pattern.search(text, start, stop) and its like; given: how many of the three. */
static inline PyObject *
rasad_seek(int way, PyObject *pattern, PyObject *text, size_t start, size_t stop, int given)
{
    Py_ssize_t from = rasad_value(start), to = given > 2 ? rasad_value(stop) : PY_SSIZE_T_MAX;
    if (((from == -1 || to == -1) && PyErr_Occurred()) || rasad_told() == NULL)
        return NULL;
    return rasad_shared->sought(way, pattern, text, from, to, given);
}

#define RASAD_WAYS(name, way)                                                                                                               \
    static inline PyObject *rasad_##name(PyObject *pattern, PyObject *text) { return rasad_seek(way, pattern, text, 0, 0, 1); }             \
    static inline PyObject *rasad_##name##_from(PyObject *pattern, PyObject *text, size_t start)                                            \
    {                                                                                                                                       \
        return rasad_seek(way, pattern, text, start, 0, 2);                                                                                 \
    }                                                                                                                                       \
    static inline PyObject *rasad_##name##_in(PyObject *pattern, PyObject *text, size_t start, size_t stop)                                 \
    {                                                                                                                                       \
        return rasad_seek(way, pattern, text, start, stop, 3);                                                                              \
    }
RASAD_WAYS(search, RASAD_SEARCH)
RASAD_WAYS(match, RASAD_MATCH)
RASAD_WAYS(fullmatch, RASAD_WHOLE)
RASAD_WAYS(finditer, RASAD_ALL)

/* Whether a stretch of text holds one of some strings; 2 with an error. */
static inline char
rasad_among(PyObject *letters, PyObject *text, size_t start, size_t stop)
{
    Py_ssize_t from = rasad_value(start), to = rasad_value(stop);
    return ((from == -1 || to == -1) && PyErr_Occurred()) || rasad_told() == NULL ? 2 : rasad_shared->among(letters, text, from, to);
}

/* What mypyc makes asks these instead. */
#define PyLong_FromLong rasad_number
#define PyLong_FromSsize_t rasad_number
#define PyObject_GetAttr rasad_attribute
#define PyObject_GetIter rasad_through
#define PyIter_Next rasad_next
