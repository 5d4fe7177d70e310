"""What is told of a template: every fault at once, each at its place with its cure."""

import pickle

import pytest
from fill_docx import docx, p, part, tbl, tr

from docgen.fill.examine import examine, problems_of_rows
from docgen.fill.fields import Field, Form
from docgen.fill.problems import PourError, TemplateError
from docgen.fill.rows import Row, Rows
from docgen.fill.template import Template


def problems(*blocks, **how):
    with pytest.raises(TemplateError) as caught:
        Template.compile(docx(*blocks, **how), source="mau.docx")
    return caught.value.problems


def pour_error(tag, **values):
    with pytest.raises(PourError) as caught:
        Template.compile(docx(p("đầu"), p(f"ở đây {tag}")), source="mau.docx").pour(values)
    return caught.value


def test_all_faults_are_told_at_once_each_at_its_place():
    found = problems(
        p("Kính gửi"),
        p("Ông {{ ho_ten"),
        p("{{ a + }} và {{ b|hoaa }}"),
        p("{% fi x %}"),
        tbl(tr("x", "{%tr for d in ds %}")),
        p("{%p endif %}"),
        parts={"word/footer1.xml": part("ftr", p("{{ }}"))},
        rels=[("rId1", "footer", "footer1.xml", "")],
    )
    assert [(each.code, each.place.part, each.place.paragraph) for each in found] == [
        ("E310", "thân văn bản", 2),
        ("E311", "thân văn bản", 3),
        ("E318", "thân văn bản", 3),
        ("E313", "thân văn bản", 4),
        ("E316", "thân văn bản", 6),
        ("E315", "thân văn bản", 7),
        ("E311", "chân trang 1", 1),
    ]
    assert "«hoa»" in found[2].hint
    assert found[1].tag == "{{ a + }}"
    assert found[4].place.table == "bảng 1, hàng 1, ô 2"


def test_the_whole_message_reads_well():
    with pytest.raises(TemplateError) as caught:
        Template.compile(docx(p("Ông {{ ten|hoaa }}"), p("{%p if a %}")), source="mau.docx")
    assert str(caught.value) == (
        "mau.docx: mẫu có 2 lỗi\n"
        "không có bộ lọc «hoaa» [E318]\n"
        "  ở đâu   thân văn bản, đoạn 1: «Ông {{ ten|hoaa }}»\n"
        "  thẻ     {{ ten|hoaa }}\n"
        "  làm gì  có phải là «hoa» không?\n"
        "if mở mà không có endif đóng lại [E316]\n"
        "  ở đâu   thân văn bản, đoạn 2: «{%p if a %}»\n"
        "  thẻ     {%p if a %}\n"
        "  làm gì  thêm {%p endif %} sau phần cần lặp hoặc cần điều kiện"
    )


def test_tags_at_different_levels_are_told():
    found = problems(tbl(tr("{%tr for d in ds %}", ""), tr("{{ d }}", "{% endfor %}")))
    assert [each.code for each in found] == ["E317"]


def test_errors_cross_process_borders():
    with pytest.raises(TemplateError) as caught:
        Template.compile(docx(p("{{ a"), p("{{ b|x }}")))
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    error = pour_error("{{ 1 / a }}", a=0)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), type(again)) == (str(error), PourError)


def test_a_template_crosses_process_borders():
    template = Template.compile(docx(p("{{ a }}")), missing="empty")
    assert pickle.loads(pickle.dumps(template)).pour({"a": 1}) == template.pour({"a": 1})


@pytest.mark.parametrize(
    ("tag", "values", "code", "message"),
    [
        ("{{ ho_ten }}", {"Họ và tên": 1}, "E321", "không có trường «ho_ten»"),
        ("{{ ho_ten|hoa }}", {}, "E321", "«ho_ten»"),
        ("{{ d.ten }}", {"d": {"x": 1}}, "E321", "không có mục «ten»"),
        ("{{ a|so }}", {"a": "năm nghìn lẻ mấy"}, "E322", "không phải là số"),
        ("{{ a|ngay }}", {"a": "31/02/2026"}, "E322", "không phải là ngày"),
        ("{{ a + 1 }}", {"a": "x"}, "E322", "không đúng loại"),
        ("{{ 1 / a }}", {"a": 0}, "E323", "chia cho 0"),
        ("{{ a.__class__ }}", {"a": 1}, "E324", "không được phép"),
        ("{{ 99 ** 99 ** 99 }}", {}, "E325", "quá nhiều"),
        ("{{ a|tien('xu') }}", {"a": 1}, "E326", "đơn vị tiền lạ"),
    ],
)
def test_a_fault_while_pouring_is_told_at_its_place(tag, values, code, message):
    error = pour_error(tag, **values)
    assert error.code == code
    assert message in error.message
    assert error.where.startswith("mau.docx, thân văn bản, đoạn 2: «ở đây")
    assert error.seen == tag
    assert error.hint


def test_a_missing_field_brings_the_nearest_name():
    assert "«Họ và tên»" in pour_error("{{ Họ tên }}", **{"Họ và tên": 1}).hint


def test_a_fault_deep_in_a_loop_names_the_tag():
    with pytest.raises(PourError) as caught:
        Template.compile(docx(p("{%p for x in ds %}"), p("a"), p("{{ x }} {{ 1 / x }}"), p("{%p endfor %}"))).pour(
            {"ds": [1, 0]}
        )
    assert caught.value.seen == "{{ 1 / x }}"
    assert "đoạn 3" in caught.value.where


def test_a_missing_field_may_be_empty():
    made = Template.compile(docx(p("{{ a }}{{ b.c }}{{ d|so }}{{ e|hoa }}")), missing="empty").pour({})
    assert made
    with pytest.raises(ValueError, match="missing"):
        Template.compile(docx(p("x")), missing="maybe")


def test_a_template_is_examined_against_a_list(tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(
        docx(p("{{ Họ tên }} {{ chuc_vu }}"), p("{%p for d in ds %}"), p("{{ d.nam }}"), p("{%p endfor %}"))
    )
    rows = Rows("ds.xlsx", "DS", ("Họ và tên", "Chức vụ", "Thừa"), [Row(2, {})])
    found = examine(path, rows=rows)
    assert [(need.name, need.filled_by, need.near, need.columns) for need in found.needs] == [
        ("Họ_tên", None, "Họ và tên", ()),
        ("chuc_vu", "Chức vụ", "Chức vụ", ()),
        ("ds", None, "", ("nam",)),
    ]
    assert [problem.code for problem in found.problems] == ["E319", "E319"]
    assert "«Họ và tên»" in found.problems[0].hint
    assert found.unused == ("Họ và tên", "Thừa")


def test_a_template_is_examined_against_a_form(tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(docx(p("{{ ho_ten }}"), p("{%p for d in ds|sort %}"), p("{{ d.namm }}"), p("{%p endfor %}")))
    form = Form("x", "X", (Field("ho_ten", "Họ và tên"), Field("ds", "DS", "table", column=(Field("nam", "Năm"),))))
    found = examine(path, form=form)
    assert [problem.message for problem in found.problems] == ["bảng «DS» không có cột «namm»"]
    assert not found.is_sound
    path.write_bytes(docx(p("{{ ho_ten")))
    assert [problem.code for problem in examine(path).problems] == ["E310"]


def test_rows_are_tried_without_writing():
    from docgen.fill.contexts import Context, Contexts

    class Two(Contexts):
        def __iter__(self):
            return iter([Context(2, {"a": 1}), Context(3, {"a": 0})])

    told = problems_of_rows(Template.compile(docx(p("{{ 1 / a }}"))), Two(Rows("ds.csv", "", ("a",), [])))
    assert len(told) == 1
    assert told[0].startswith("dòng 3: chia cho 0")
