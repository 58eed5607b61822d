"""Words by which agencies are known in sentences: heads of names, common nouns, and what they do.

All in the form that ``fold`` gives, since one plan often mixes "uỷ" and "ủy".
"""

from __future__ import annotations

import re

# Head words of agencies with a name of their own, printed with a capital.
_NAMED = """
ubnd hđnd ubmttq ubmttqvn mttq tccs bchqs sở bộ cục phòng đài báo thuế ban hội đoàn viện trường tổ quỹ trạm hạt
trưởng uỷ_ban hội_đồng công_an quân_sự chi_cục tổng_cục trung_tâm thanh_tra hải_quan kho_bạc bảo_hiểm_xã_hội ngân_hàng
chi_nhánh học_viện bệnh_viện công_ty tổng_công_ty tập_đoàn bưu_điện điện_lực viễn_thông văn_phòng thường_trực tỉnh_uỷ
thành_uỷ huyện_uỷ thị_uỷ quận_uỷ đảng_uỷ đảng_đoàn đảng_bộ chi_bộ tổng_bí_thư bí_thư mặt_trận liên_đoàn hiệp_hội
liên_hiệp liên_minh tỉnh_đoàn thành_đoàn huyện_đoàn toà_án viện_kiểm_sát quốc_hội chính_phủ thủ_tướng chủ_tịch
phó_chủ_tịch giám_đốc thủ_trưởng chánh_văn_phòng tổ_công_tác vườn_quốc_gia kiểm_toán hợp_tác_xã nhà_xuất_bản
thông_tấn_xã trưởng_ban lãnh_đạo người_đứng_đầu cấp_uỷ chủ_đầu_tư cổng_thông_tin
"""
# Common nouns that stand for agencies without naming one; in lists they are in small letters.
_COMMON = """
cơ_quan đơn_vị tổ_chức địa_phương sở ban bộ ngành đoàn_thể doanh_nghiệp viện trường hội phòng cấp_uỷ đảng_uỷ chi_bộ
đảng_bộ hiệp_hội chính_quyền hợp_tác_xã chủ_đầu_tư ubnd hđnd uỷ_ban mặt_trận công_an nhà_trường
"""
# What may follow "các" in the name of a group of agencies.
_GROUPED = """
sở ban bộ ngành cơ_quan đơn_vị tổ_chức đoàn_thể địa_phương doanh_nghiệp hội hiệp_hội phòng đảng_uỷ chi_bộ đảng_bộ
cấp_uỷ cấp trường viện công_ty huyện quận thị_uỷ thị_xã thành_phố thành_uỷ tccs chủ_đầu_tư uỷ_ban ubnd hđnd trung_tâm
hợp_tác_xã lực_lượng đồng_chí thành_viên ngân_hàng tập_đoàn nhà_thầu đài báo xã phường tỉnh bệnh_viện cơ_sở
nhà_đầu_tư đầu_mối chi_cục cục cộng_đồng tầng_lớp hộ
"""
# What an agency does, and words that cannot stand in a name: in small letters they end a list.
_ACTS = """
chủ_trì phối_hợp theo_dõi xây_dựng triển_khai thực_hiện hướng_dẫn kiểm_tra giám_sát rà_soát nghiên_cứu đề_xuất bố_trí
lập cung_cấp đẩy_mạnh tăng_cường chỉ_đạo cụ_thể_hoá ban_hành tuyên_truyền vận_động tiếp_tục tiếp_nhận căn_cứ chủ_động
thường_xuyên định_kỳ báo_cáo tổng_hợp quán_triệt phổ_biến lãnh_đạo đôn_đốc đánh_giá thẩm_định cân_đối huy_động ưu_tiên
chịu_trách_nhiệm phụ_trách đăng_tải phát_huy phát_động hỗ_trợ tạo_điều_kiện bảo_đảm đảm_bảo kịp_thời khẩn_trương
nâng_cao hoàn_thiện hoàn_thành cập_nhật công_bố giải_quyết giải_phóng bàn_giao thu_hồi xử_lý phê_duyệt xem_xét quyết_định đổi_mới phát_triển
đầu_tư kêu_gọi thu_hút lồng_ghép tham_gia là được trên_cơ_sở theo trong để nhằm khi nếu cùng tập_trung nghiêm_túc
thành_lập đề_nghị yêu_cầu phân_công thống_nhất kết_hợp kết_nối khai_thác vận_hành duy_trì bồi_dưỡng đào_tạo tập_huấn
tích_cực quan_tâm đồng_thời góp_phần kiện_toàn chuẩn_bị tiến_hành xác_định đề_ra phân_bổ sử_dụng đấu_tranh phòng_ngừa
ngăn_chặn bám_sát cử khảo_sát điều_tra thống_kê cải_tạo thí_điểm hình_thành nắm ký_kết điều_phối tiếp_thu gửi về cần
phải sẽ tại do tự đưa quy_định thông_qua xúc_tiến quản_lý tạo đến đối_với bằng từ như cho này nay sửa_đổi gắn vào
phù_hợp nêu giai_đoạn ngày số năm khoá nhưng đã dựng vận_chuyển cấp_phát thể_chế_hoá
"""


def alternation(table: str) -> str:
    """A pattern of the words of a table, the longest first; "_" stands for a space."""
    words = sorted(table.split(), key=len, reverse=True)
    return "|".join(re.escape(word).replace("_", " ") for word in words)


NAMED_HEAD = re.compile(rf"(?:{alternation(_NAMED)})(?!\w)")
COMMON_HEAD = re.compile(rf"(?:{alternation(_COMMON)})(?!\w)")
GROUP_HEAD = re.compile(rf"(?:tất cả )?(?:các|những|toàn thể)\s(?:{alternation(_GROUPED)})(?!\w)")
# Words that begin like a head word and are none: "Ban hành", "Bộ máy", "Tổ chức tuyên truyền".
NOT_AGENCY = re.compile(
    r"(?:ban hành|bộ (?:máy|phận|tiêu chí|chỉ số|thủ tục|luật)|hội (?:nghị|thảo|nhập|viên)|báo (?:cáo|hiệu|động)|"
    r"trường hợp|phòng,? (?:chống|ngừa|cháy|thủ)|tổ chức(?! chính trị| đảng| ct)|tổ hợp|quỹ đất|trưởng thành|đoàn kết|"
    r"đoàn viên|sở hữu|cục bộ|viện trợ|trạm thu|thuế suất|bộ chứng)(?!\w)"
)
# Some words act only in certain company: "tham mưu, giúp việc" and "có liên quan" belong to names,
# "tổ chức" is a noun after "các" or a comma, "việc làm" and "công trình" are no acts.
ACT_OR_MARK = re.compile(
    rf"[():]|(?<!\w)(?:{alternation(_ACTS)}"
    r"|(?<!các )(?<!, )(?<!và )(?<!của )tổ chức(?! chính trị| đảng| ct)|tham mưu(?!,? giúp việc)|giúp(?! việc)|(?<!việc )làm"
    r"|(?<!công )(?<!chương )(?<!quy )(?<!lộ )(?<!hành )trình|mở(?= (?:chuyên|rộng|lớp|đợt))|có(?! liên quan| thẩm quyền| chức năng))(?!\w)"
)
# "Ban quản lý", "Ban chỉ đạo", "cơ quan chủ trì": acts that are nouns after these words.
NOUN_ACTS = {"quản lý", "chỉ đạo", "chủ trì", "thực hiện"}
BEFORE_NOUN_ACT = re.compile(
    r"(?:ban|cơ quan|phòng|chi cục|cục|đơn vị|công tác|các|cấp|doanh nghiệp|phạm vi)\s$"
)
# "Trung tâm hỗ trợ …", "Ban Quản lý dự án đầu tư xây dựng …": an act right after these is a name.
NAME_OPENS = re.compile(r"(?:trung tâm|quỹ|chi cục|hội đồng|dự án|dự án đầu tư|quỹ đầu tư)\s$")
